import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { unknownCodes, unknownPlaces } from '#src/kreis/server/check-codes.ts';
import { addGeheimtext } from '#src/person/server/geheimtext.ts';
import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import { merkmalPaare, nextNummer, nummerPraefix, type MerkmalWunsch } from '../rules.ts';

/** What an admission says of the case, whether it begins with a paper or with an Anfrage. */
export interface AufnahmeAngaben {
  readonly aufgenommenAm: Day;
  readonly kommuneId: string | null;
  readonly ortsteilId: string | null;
  readonly zugang: string | null;
  readonly merkmal: MerkmalWunsch;
  /** Null where nobody asked. */
  readonly fokusgruppe: boolean | null;
  readonly bemerkung: string;
}

/** Why these Angaben cannot be admitted: a day that has not come, codes and places that the Kreis does not have. */
export async function aufnahmeRefusals(
  tx: Tx,
  kreisId: string,
  angaben: AufnahmeAngaben,
  heute: Day,
): Promise<FieldRefusal[]> {
  const { aufgenommenAm, zugang, merkmal } = angaben;
  const codes = merkmalPaare(merkmal).map(([liste, code]) => ({
    instance: `/merkmal/${liste}`,
    liste,
    code,
  }));
  if (zugang !== null) codes.push({ instance: '/zugang', liste: 'zugang', code: zugang });
  return [
    ...(aufgenommenAm > heute ? [{ instance: '/aufgenommenAm', code: 'datum-in-zukunft' }] : []),
    ...(await unknownCodes(tx, kreisId, codes, aufgenommenAm)),
    ...(await unknownPlaces(tx, kreisId, angaben.kommuneId, angaben.ortsteilId)),
  ];
}

export interface Aufzunehmende {
  readonly kreisId: string;
  readonly traegerId: string;
  readonly casemanagerId: string;
  readonly personId: string;
  readonly key: Key;
  readonly einwilligungAm: Day;
}

/** Writes case, first status, responsibility and Merkmale of a person who has consented, and the event of it. */
export async function writeAufnahme(
  tx: Tx,
  wer: Aufzunehmende,
  angaben: AufnahmeAngaben,
): Promise<{ fallId: string; nummer: string }> {
  const { kreisId, traegerId, casemanagerId, personId } = wer;
  const { aufgenommenAm } = angaben;
  const bemerkungId = await addGeheimtext(tx, kreisId, personId, wer.key, angaben.bemerkung);
  const fallId = randomUUID();
  const nummer = await drawNummer(tx, kreisId);
  await tx.run(sql`
    insert into fall (kreis_id, id, nummer, traeger_id, casemanager_id, person_id, kommune_id, ortsteil_id, zugang,
      aufgenommen_am, bemerkung_id)
    values (${kreisId}, ${fallId}, ${nummer}, ${traegerId}, ${casemanagerId}, ${personId}, ${angaben.kommuneId},
      ${angaben.ortsteilId}, ${angaben.zugang}, ${aufgenommenAm}, ${bemerkungId})`);
  const paare = [
    ...merkmalPaare(angaben.merkmal),
    ...(angaben.fokusgruppe === null ? [] : [['fokusgruppe', angaben.fokusgruppe ? 'ja' : 'nein'] as const]),
  ];
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
    values (${kreisId}, ${fallId}, ${traegerId}, ${casemanagerId}, 'aufnahme', ${aufgenommenAm}, app_konto())`);
  await recordEreignis(tx, {
    kreisId,
    art: 'fall.aufgenommen',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { aufgenommenAm, traegerId, einwilligungAm: wer.einwilligungAm },
  });
  return { fallId, nummer };
}

/** The next free Fall-Nr. of the Kreis; others who admit at the same moment wait. */
async function drawNummer(tx: Tx, kreisId: string): Promise<string> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('fall.nummer'), hashtext(${kreisId}))`);
  // Numbers of colleagues' cases are hidden from the actor; the counting role sees them without any name.
  const { letzte } = await tx.as('lotse_zaehler', () =>
    tx.one(sql<{ letzte: number }>`
      select greatest(coalesce(max(substring(f.nummer from '\\d+$')::int), 0),
        coalesce((select n.letzte from fall_nummer n where n.kreis_id = ${kreisId}), 0)) as letzte from fall f
      where f.kreis_id = ${kreisId} and f.nummer ~ ${`^${nummerPraefix(kreisId)}-\\d{1,8}$`}`),
  );
  return nextNummer(kreisId, letzte);
}
