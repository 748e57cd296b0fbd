import { sql } from 'kysely';
import { unknownCodes } from '#src/kreis/server/check-codes.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { assessmentContract } from '../contract.ts';
import { rundeRefusals, settle } from '../rules.ts';
import type { RundeEingabe } from '../runde.ts';
import { loadOpenFall, readRunden, requireEntwurf, roundBefore } from './load.ts';
import { writeInhalt } from './write.ts';

type Save = typeof assessmentContract.saveAssessment;

/** Saves a round that is worked on, or completes it: from then on it counts and can only be read. */
export async function saveAssessment(call: Call<Save>): Promise<Answer<Save>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, fallId, assessmentId } = params;
  const heute = today(deps.now());
  const fall = await loadOpenFall(tx, actor, params, heute);
  const key = await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel);
  const runden = await readRunden(tx, kreisId, fallId, key);
  const stand = requireEntwurf(runden, assessmentId);
  requireFassung(comparable(stand), comparable(body), hidden);
  const vorige = roundBefore(runden, stand.runde);
  const known = new Set([...stand.bereich, ...(vorige?.bereich ?? [])].map(({ code }) => code));
  refuseFields([
    ...rundeRefusals(body, { aufgenommenAm: fall.aufgenommenAm, vorige }, heute),
    ...(await unknownCodes(
      tx,
      kreisId,
      body.bereich
        // What stands may stay, even when the list no longer offers it.
        .filter(({ code }) => !known.has(code))
        .map(({ code }) => ({ instance: '/bereich', liste: 'lebensbereich', code })),
      body.am,
    )),
  ]);

  const bereich = settle(body.bereich, vorige);
  await tx.run(sql`
    update assessment set am = ${body.am}, stand = ${body.stand}, fassung = fassung + 1, geaendert_von = app_konto(),
      gespraech_siegel = ${body.gespraech === '' ? null : sealForPerson(key, assessmentId, body.gespraech)},
      abgeschlossen_am = ${body.stand === 'abgeschlossen' ? sql`now()` : null}
    where kreis_id = ${kreisId} and id = ${assessmentId}`);
  await writeInhalt(tx, { kreisId, fallId, assessmentId, key }, bereich, body.selbststand);
  const count = (bedarf: string) => bereich.filter((each) => each.bedarf === bedarf).length;
  await recordEreignis(tx, {
    kreisId,
    art: body.stand === 'abgeschlossen' ? 'assessment.abgeschlossen' : 'assessment.gespeichert',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: {
      runde: stand.runde,
      am: body.am,
      fassung: stand.fassung + 1,
      bedarf: count('bedarf'),
      dringend: count('dringend'),
      neu: bereich.filter(({ neu }) => neu).length,
    },
  });
  return { fassung: stand.fassung + 1 };
}

/** What is sealed is only named in a conflict; the logged read shows it. */
const hidden = ['gespraech', 'worte'];

/** A round as two versions of it are compared: day, codes of the areas, self-reliance, and all words. */
function comparable({ fassung, am, gespraech, bereich, selbststand }: Omit<RundeEingabe, 'stand'>) {
  return {
    fassung,
    am,
    selbststand,
    bereich: Object.fromEntries(
      bereich.map(({ code, bedarf, sicht, bearbeitet, ressource }) => [
        code,
        {
          bedarf,
          sicht,
          bearbeitet,
          persoenlich: ressource.persoenlich.vorhanden,
          sozial: ressource.sozial.vorhanden,
          materiell: ressource.materiell.vorhanden,
        },
      ]),
    ),
    gespraech,
    worte: Object.fromEntries(
      bereich.map(({ code, ressource, worte, notiz }) => [
        code,
        [ressource.persoenlich.text, ressource.sozial.text, ressource.materiell.text, worte, notiz].join(
          '\n',
        ),
      ]),
    ),
  };
}
