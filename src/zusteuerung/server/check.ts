import { sql } from 'kysely';
import { unknownCodes, unknownPlaces } from '#src/kreis/server/check-codes.ts';
import { Refusal, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { ZusteuerungEingabe } from '../contract.ts';
import { coordinates } from './scope.ts';

/** Everything that is wrong with a rule: two targets, or codes, places and targets that the Kreis does not have. */
export async function zusteuerungRefusals(
  tx: Tx,
  kreisId: string,
  eingabe: ZusteuerungEingabe,
): Promise<FieldRefusal[]> {
  const { anTraegerId, anStandortId, anStelleId, gueltigAb } = eingabe;
  const codes = (['zugang', 'wohnform'] as const).flatMap((liste) => {
    const code = eingabe[liste];
    return code === null ? [] : [{ instance: `/${liste}`, liste, code }];
  });
  const there = await tx.one(sql<{ traeger: boolean; standort: boolean; stelle: boolean }>`
    select exists (select from traeger where kreis_id = ${kreisId} and id = ${anTraegerId}) as traeger,
      exists (select from standort where kreis_id = ${kreisId} and id = ${anStandortId}
        and traeger_id = ${anTraegerId}) as standort,
      exists (select from stelle where kreis_id = ${kreisId} and id = ${anStelleId}) as stelle`);
  const unknown = (instance: string, id: string | null, known: boolean): FieldRefusal[] =>
    id === null || known ? [] : [{ instance, code: 'code-unbekannt' }];
  return [
    ...(anTraegerId !== null && anStelleId !== null
      ? [{ instance: '/anStelleId', code: 'zusteuerung-zwei-ziele' }]
      : []),
    ...unknown('/anTraegerId', anTraegerId, there.traeger),
    ...unknown('/anStandortId', anStandortId, there.standort),
    ...unknown('/anStelleId', anStelleId, there.stelle),
    ...(await unknownCodes(tx, kreisId, codes, gueltigAb)),
    ...(await unknownPlaces(tx, kreisId, eingabe.kommuneId, eingabe.ortsteilId)),
  ];
}

/** A Koordination of one region agrees rules for the Kommunen of its region only. */
export async function requireCoordination(tx: Tx, kreisId: string, kommuneId: string | null): Promise<void> {
  const { may } = await tx.one(sql<{ may: boolean }>`
    select ${coordinates(kreisId, sql`${kommuneId}::text`)} as may`);
  if (!may) throw new Refusal('zusteuerung-nur-eigene-region', 403);
}
