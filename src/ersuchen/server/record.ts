import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today, type Day } from '#src/platform/day.ts';
import { fieldRefusal, notFound, refuseFields, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call, Deps } from '#src/platform/server/http.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { proposeRecht, type VordruckRecht } from '#src/vordruck/recht.ts';
import type { ErsuchenEingabe, ersuchenContract } from '../contract.ts';
import { fristOf, restrictsAtOnce } from '../rules.ts';
import { leaveStep } from './leave-step.ts';
import { sealWorte } from './load.ts';
import { restrictPerson } from './restrict.ts';
import { worksWith } from './scope.ts';

type Record = typeof ersuchenContract.recordErsuchen;

/** Takes a request down. The clock runs from the day it came in, whoever takes it down and whenever. */
export async function recordErsuchen({ tx, deps, params, body }: Call<Record>): Promise<Answer<Record>> {
  const { kreisId } = params;
  refuseFields(eingabeRefusals(body, today(deps.now())));
  const wer =
    body.personId === null
      ? await findByNumber(tx, kreisId, body)
      : await findPerson(tx, deps, kreisId, body.personId);
  const ersuchenId = randomUUID();
  const worte =
    wer.key === null ? null : sealWorte(wer.key, ersuchenId, { wunsch: body.wunsch, antwort: '' });
  const anlass = body.art === 'widerspruch' ? 'widerspruch' : body.anlass;
  await tx.run(sql`
    insert into ersuchen (kreis_id, id, person_id, traeger_id, fall_nummer, art, eingegangen_am, weg, durch, nachweis, recht,
      frist_am, feld, anlass, worte_siegel, erfasst_von)
    values (${kreisId}, ${ersuchenId}, ${wer.personId}, ${wer.traegerId}, ${wer.fallNummer}, ${body.art}, ${body.eingegangenAm},
      ${body.weg}, ${body.durch}, ${body.nachweis}, ${body.recht ?? (await readRecht(tx, kreisId, wer.traegerId))},
      ${fristOf(body.eingegangenAm, false)}, ${body.art === 'berichtigung' ? body.feld : null},
      ${restrictsAtOnce(body.art) ? anlass : null}, ${worte}, app_konto())`);
  await leaveStep(tx, {
    kreisId,
    ersuchenId,
    schritt: 'eingegangen',
    daten: { ersuchenArt: body.art, am: body.eingegangenAm, weg: body.weg, durch: body.durch },
  });
  if (restrictsAtOnce(body.art) && anlass !== null) {
    await restrictPerson(tx, { kreisId, personId: wer.personId, ersuchenId, anlass });
  }
  await sendNachricht(tx, {
    kreisId,
    an: wer.key === null && wer.casemanagerId !== null ? [wer.casemanagerId] : [],
    art: 'ersuchen.eingegangen',
    gegenstand: 'ersuchen',
    gegenstandId: ersuchenId,
    daten: { fristAm: fristOf(body.eingegangenAm, false) },
  });
  const { nummer } = await tx.one(sql<{ nummer: string }>`
    select nummer from ersuchen where kreis_id = ${kreisId} and id = ${ersuchenId}`);
  return { ersuchenId, nummer };
}

function eingabeRefusals(body: ErsuchenEingabe, heute: Day): FieldRefusal[] {
  return [
    ...(body.eingegangenAm > heute ? [{ instance: '/eingegangenAm', code: 'datum-in-zukunft' }] : []),
    ...(body.durch === 'vertretung' && !body.nachweis
      ? [{ instance: '/nachweis', code: 'nachweis-fehlt' }]
      : []),
    ...(body.art === 'berichtigung' && body.feld === null ? [{ instance: '/feld', code: 'feld-fehlt' }] : []),
    ...(body.art === 'einschraenkung' && body.anlass === null
      ? [{ instance: '/anlass', code: 'anlass-fehlt' }]
      : []),
    ...(body.personId === null && body.wunsch !== ''
      ? [{ instance: '/wunsch', code: 'worte-nur-fallfuehrung' }]
      : []),
  ];
}

interface Wer {
  readonly personId: string;
  readonly traegerId: string;
  readonly fallNummer: string | null;
  readonly casemanagerId: string | null;
  /** Null for the officer, who takes down no words. */
  readonly key: Key | null;
}

async function findPerson(tx: Tx, deps: Deps, kreisId: string, personId: string): Promise<Wer> {
  const row = await tx.first(sql<Omit<Wer, 'key'> & { schluessel: Buffer }>`
    select p.id as "personId", p.traeger_id as "traegerId", p.casemanager_id as "casemanagerId",
      p.schluessel_verpackt as schluessel,
      (select f.nummer from fall f where f.kreis_id = p.kreis_id and f.person_id = p.id) as "fallNummer"
    from person p where p.kreis_id = ${kreisId} and p.id = ${personId} and ${worksWith('p')}`);
  if (!row) throw notFound();
  const { schluessel, ...rest } = row;
  return { ...rest, key: await deps.schluessel.personKey(tx, kreisId, row.traegerId, schluessel) };
}

async function findByNumber(tx: Tx, kreisId: string, { fallNummer }: ErsuchenEingabe): Promise<Wer> {
  const row = await tx.first(sql<Pick<Wer, 'personId' | 'traegerId' | 'casemanagerId'>>`
    select z.person_id as "personId", z.traeger_id as "traegerId", z.casemanager_id as "casemanagerId"
    from ersuchen_zu_fall(${kreisId}, ${fallNummer}) z`);
  if (!row) throw fieldRefusal('/fallNummer', 'fall-unbekannt');
  return { ...row, fallNummer, key: null };
}

/** Law of the Träger as it was last chosen for a request, else what its name suggests. */
export async function readRecht(tx: Tx, kreisId: string, traegerId: string): Promise<VordruckRecht> {
  const row = await tx.first(sql<{ name: string; art: string; recht: VordruckRecht | null }>`
    select t.rechtsname as name, t.art, (select e.recht from ersuchen e
      where e.kreis_id = t.kreis_id and e.traeger_id = t.id order by e.erfasst_am desc limit 1) as recht
    from traeger t where t.kreis_id = ${kreisId} and t.id = ${traegerId}`);
  if (!row) throw notFound();
  return row.recht ?? proposeRecht(row);
}
