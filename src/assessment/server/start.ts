import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openBogen, readErstberatung } from '#src/erstberatung/server/load.ts';
import type { GeladenerFall } from '#src/fall/server/load.ts';
import { validOn } from '#src/fall/server/status-on-day.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { assessmentContract } from '../contract.ts';
import { beginFirst, beginNext, dayRefusals, settle } from '../rules.ts';
import { emptySelbststand, type Bereich } from '../runde.ts';
import { loadOpenFall, readRunden } from './load.ts';
import { writeInhalt } from './write.ts';

type Start = typeof assessmentContract.startAssessment;

/** Begins a round, filled with what is known already; one round is worked on at a time. */
export async function startAssessment(call: Call<Start>): Promise<Answer<Start>> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, fallId } = params;
  const heute = today(deps.now());
  const fall = await loadOpenFall(tx, actor, params, heute);
  const key = await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel);
  const runden = await readRunden(tx, kreisId, fallId, key);
  if (runden.some(({ stand }) => stand === 'entwurf')) throw new Refusal('assessment-offen', 409);
  const letzte = runden.at(-1) ?? null;
  refuseFields(
    dayRefusals(body.am, { aufgenommenAm: fall.aufgenommenAm, vorigeAm: letzte?.am ?? null }, heute),
  );

  const bereich = letzte ? beginNext(letzte.bereich) : await readFirst(call, fall, key);
  const id = randomUUID();
  const runde = (letzte?.runde ?? 0) + 1;
  await tx.run(sql`
    insert into assessment (kreis_id, id, fall_id, runde, am, erfasst_von)
    values (${kreisId}, ${id}, ${fallId}, ${runde}, ${body.am}, app_konto())`);
  const ort = { kreisId, fallId, assessmentId: id, key };
  await writeInhalt(tx, ort, settle(bereich, letzte), emptySelbststand);
  await recordEreignis(tx, {
    kreisId,
    art: 'assessment.begonnen',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { runde, am: body.am },
  });
  return { assessmentId: id, runde };
}

/** What the first talk or the admission says of the Lebensbereiche. */
async function readFirst(
  { tx, params, body }: Call<Start>,
  fall: GeladenerFall,
  key: Key,
): Promise<Bereich[]> {
  const { kreisId, fallId } = params;
  const [erstberatung] = await readErstberatung(tx, kreisId, sql`e.person_id = ${fall.personId}`);
  const rows = await tx.all(sql<{ wert: string }>`
    select wert from fall_merkmal m where m.kreis_id = ${kreisId} and m.fall_id = ${fallId}
      and m.merkmal = 'lebensbereich' and m.ersetzt_am is null and ${validOn('m', body.am)} order by wert`);
  return beginFirst(
    erstberatung ? openBogen(erstberatung, key).einschaetzung : null,
    rows.map(({ wert }) => wert),
  );
}
