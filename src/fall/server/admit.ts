import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { namedRecordRefusals } from '#src/einwilligung/rules.ts';
import { addGeheimtext } from '#src/person/server/geheimtext.ts';
import { addPerson } from '#src/person/server/add.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { fallContract } from '../contract.ts';
import { merkmalPaare, nextNummer, nummerPraefix } from '../rules.ts';
import { unknownCodes, unknownPlaces } from '#src/kreis/server/check-codes.ts';
import { mayAdmitFor } from './policy.ts';

type Admit = typeof fallContract.admitFall;

/** Admits a person with consent: named record, case, first status, responsibility and Merkmale in one transaction. */
export async function admitFall({ tx, actor, deps, params, body }: Call<Admit>): Promise<Answer<Admit>> {
  const { kreisId } = params;
  const heute = today(deps.now());
  const { aufgenommenAm, merkmal, zugang, kommuneId, ortsteilId, traegerId } = body;
  if (!mayAdmitFor(actor, kreisId, traegerId)) {
    refuseFields([{ instance: '/traegerId', code: 'traeger-fremd' }]);
  }
  const codes = merkmalPaare(merkmal).map(([liste, code]) => ({
    instance: `/merkmal/${liste}`,
    liste,
    code,
  }));
  if (zugang !== null) codes.push({ instance: '/zugang', liste: 'zugang', code: zugang });
  refuseFields([
    ...(aufgenommenAm > heute ? [{ instance: '/aufgenommenAm', code: 'datum-in-zukunft' }] : []),
    ...namedRecordRefusals(body.einwilligung.erteiltAm, aufgenommenAm, heute),
    ...(await unknownCodes(tx, kreisId, codes, aufgenommenAm)),
    ...(await unknownPlaces(tx, kreisId, kommuneId, ortsteilId)),
  ]);

  const { personId, key } = await addPerson(tx, deps.schluessel, {
    ...body,
    kreisId,
    casemanagerId: actor.kontoId,
  });
  const bemerkungId = await addGeheimtext(tx, kreisId, personId, key, body.bemerkung);
  const fallId = randomUUID();
  const nummer = await drawNummer(tx, kreisId);
  await tx.run(sql`
    insert into fall (kreis_id, id, nummer, traeger_id, casemanager_id, person_id, kommune_id, ortsteil_id, zugang,
      aufgenommen_am, bemerkung_id)
    values (${kreisId}, ${fallId}, ${nummer}, ${traegerId}, ${actor.kontoId}, ${personId}, ${kommuneId}, ${ortsteilId},
      ${zugang}, ${aufgenommenAm}, ${bemerkungId})`);
  const paare = merkmalPaare(merkmal);
  await tx.run(sql`
    with s as (
      insert into fall_status (kreis_id, fall_id, status, herkunft, gueltig_ab, erfasst_von)
      values (${kreisId}, ${fallId}, 'aktiv', 'aufnahme', ${aufgenommenAm}, app_konto())
    ), m as (
      insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab)
      select ${kreisId}, ${fallId}::uuid, p.merkmal, p.wert, ${aufgenommenAm}::date
      from unnest(${paare.map(([name]) => name)}::text[], ${paare.map(([, wert]) => wert)}::text[]) as p (merkmal, wert)
    )
    insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, casemanager_id, anlass, gueltig_ab, erfasst_von)
    values (${kreisId}, ${fallId}, ${traegerId}, ${actor.kontoId}, 'aufnahme', ${aufgenommenAm}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'fall.aufgenommen',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { aufgenommenAm, traegerId, einwilligungAm: body.einwilligung.erteiltAm },
  });
  return { fallId, nummer };
}

/** The next free Fall-Nr. of the Kreis; others who admit at the same moment wait. */
async function drawNummer(tx: Tx, kreisId: string): Promise<string> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('fall.nummer'), hashtext(${kreisId}))`);
  // Numbers of colleagues' cases are hidden from the actor; the counting role sees them without any name.
  const { letzte } = await tx.as('lotse_zaehler', () =>
    tx.one(sql<{ letzte: number }>`
      select coalesce(max(substring(f.nummer from '\\d+$')::int), 0) as letzte from fall f
      where f.kreis_id = ${kreisId} and f.nummer ~ ${`^${nummerPraefix(kreisId)}-\\d{1,8}$`}`),
  );
  return nextNummer(kreisId, letzte);
}
