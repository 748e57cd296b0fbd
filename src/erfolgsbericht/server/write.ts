import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { requireUneingeschraenkt } from '#src/ersuchen/server/restrict.ts';
import { loadFall } from '#src/fall/server/load.ts';
import { listKoordination } from '#src/nachricht/server/list-empfaenger.ts';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { berichtTeil, type BerichtInhalt } from '../bericht.ts';
import type { erfolgsberichtContract } from '../contract.ts';
import { findMerkmale } from '../find-merkmale.ts';
import { isEingewilligt, readEntwurf, sealEntwurf, type Entwurf } from './read-entwurf.ts';
import { readHerkunft, readVerratend, type BerichtFall } from './read-verratend.ts';

type Save = typeof erfolgsberichtContract.saveErfolgsbericht;
type Submit = typeof erfolgsberichtContract.submitErfolgsbericht;
type Withdraw = typeof erfolgsberichtContract.withdrawErfolgsbericht;

/** What must be there before anything of the story is submitted. */
const needed = ['titel', 'lage', 'erreicht'] as const;

/** Keeps a draft, sealed under the person's key. After a release it begins a new report. A closed case may be told of. */
export async function saveErfolgsbericht(call: Call<Save>): Promise<Answer<Save>> {
  const { fassung: _fassung, ...inhalt } = call.body;
  const { fall, entwurf } = await loadToWrite(call);
  const { fassung } = await keep(call, fall, entwurf, inhalt);
  await recordEreignis(call.tx, {
    kreisId: call.params.kreisId,
    art: 'erfolgsbericht.gesichert',
    gegenstand: 'fall',
    gegenstandId: call.params.fallId,
    daten: { fassung },
  });
  return { fassung };
}

/** Gives the text to a second person; nothing that tells who it is may stand in it (M357). */
export async function submitErfolgsbericht(call: Call<Submit>): Promise<Answer<Submit>> {
  const { tx, params, body } = call;
  const { kreisId, fallId } = params;
  const { fall, entwurf } = await loadToWrite(call);
  await requireUneingeschraenkt(tx, kreisId, fall.personId);
  const { fassung: _fassung, ...inhalt } = body;
  const verratend = await readVerratend(tx, fall, await readHerkunft(tx, fall));
  refuseFields([
    ...needed
      .filter((teil) => inhalt[teil] === '')
      .map((teil) => ({ instance: `/${teil}`, code: 'bericht-leer' })),
    ...berichtTeil
      .filter((teil) => findMerkmale(inhalt[teil], verratend).length > 0)
      .map((teil) => ({ instance: `/${teil}`, code: 'merkmal-gefunden' })),
  ]);
  const { id, fassung } = await keep(call, fall, entwurf, inhalt);
  await tx.run(
    sql`update erfolgsbericht_entwurf set eingereicht_am = now() where kreis_id = ${kreisId} and id = ${id}`,
  );
  const json = JSON.stringify(inhalt);
  const again = await tx.run(sql`
    update erfolgsbericht set stand = 'eingereicht', inhalt = ${json}::jsonb, kommentar = '', fassung = fassung + 1,
      eingereicht_am = current_date, eingereicht_von = app_konto(), geprueft_von = null
    where kreis_id = ${kreisId} and entwurf_id = ${id}`);
  if (again === 0) {
    await tx.run(sql`insert into erfolgsbericht (kreis_id, entwurf_id, inhalt, eingereicht_von)
      values (${kreisId}, ${id}, ${json}::jsonb, app_konto())`);
  }
  await sendNachricht(tx, {
    kreisId,
    an: await listKoordination(tx, kreisId, []),
    art: 'erfolgsbericht.eingereicht',
    gegenstand: 'erfolgsbericht',
  });
  await recordEreignis(tx, {
    kreisId,
    art: 'erfolgsbericht.eingereicht',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { fassung },
  });
  return { fassung };
}

/** Takes a submission back before it is released; the draft stays. */
export async function withdrawErfolgsbericht({ tx, actor, params }: Call<Withdraw>): Promise<undefined> {
  const { kreisId, fallId } = params;
  await loadFall(tx, actor, kreisId, fallId);
  const entwurf = await readEntwurf(tx, kreisId, fallId, { zumSchreiben: true });
  if (!entwurf || entwurf.stand === 'entwurf') return;
  const gone = await tx.run(sql`
    delete from erfolgsbericht where kreis_id = ${kreisId} and entwurf_id = ${entwurf.id}`);
  if (gone === 0) throw new Refusal('bericht-freigegeben', 409);
  await tx.run(sql`
    update erfolgsbericht_entwurf set eingereicht_am = null where kreis_id = ${kreisId} and id = ${entwurf.id}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'erfolgsbericht.zurueckgenommen',
    gegenstand: 'fall',
    gegenstandId: fallId,
  });
}

interface ToWrite {
  readonly fall: BerichtFall;
  readonly entwurf: Entwurf | undefined;
}

async function loadToWrite(call: Call<Save> | Call<Submit>): Promise<ToWrite> {
  const { tx, actor, deps, params, body } = call;
  const { kreisId, fallId } = params;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  const { personId } = fall;
  const entwurf = await readEntwurf(tx, kreisId, fallId, { zumSchreiben: true });
  requireFassung({ fassung: entwurf?.fassung ?? 0 }, body);
  if (entwurf?.stand === 'eingereicht') throw new Refusal('bericht-eingereicht', 409);
  if (!(await isEingewilligt(tx, kreisId, personId, today(deps.now()))))
    throw new Refusal('auswertung-nicht-eingewilligt', 422);
  const key: Key = await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel);
  return { fall: { kreisId, fallId, personId, key }, entwurf };
}

async function keep(
  { tx }: Pick<Call<Save>, 'tx'>,
  { kreisId, fallId, key }: BerichtFall,
  entwurf: Entwurf | undefined,
  inhalt: BerichtInhalt,
): Promise<{ id: string; fassung: number }> {
  const id = entwurf?.id ?? randomUUID();
  const siegel = sealEntwurf(key, id, inhalt);
  if (!entwurf) {
    await tx.run(sql`insert into erfolgsbericht_entwurf (kreis_id, id, fall_id, inhalt_siegel, erfasst_von)
      values (${kreisId}, ${id}, ${fallId}, ${siegel}, app_konto())`);
    return { id, fassung: 1 };
  }
  // A returned text keeps its report until it is submitted again; a released one has none and starts anew.
  await tx.run(sql`
    update erfolgsbericht_entwurf set inhalt_siegel = ${siegel}, fassung = fassung + 1, geaendert_am = now(),
      eingereicht_am = ${entwurf.stand === 'freigegeben' ? sql`null` : sql`eingereicht_am`}
    where kreis_id = ${kreisId} and id = ${id}`);
  return { id, fassung: entwurf.fassung + 1 };
}
