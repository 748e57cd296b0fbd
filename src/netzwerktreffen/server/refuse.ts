import { sql } from 'kysely';
import { unknownPlaces } from '#src/kreis/server/check-codes.ts';
import type { Day } from '#src/platform/day.ts';
import { refuseFields, type FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Netzwerktreffen } from '../contract.ts';

/** Refuses a meeting that has not been yet, or of a Kommune or Träger that the Kreis does not have. */
export async function refuseNetzwerktreffen(
  tx: Tx,
  kreisId: string,
  body: Pick<Netzwerktreffen, 'am' | 'kommuneId' | 'traegerId'>,
  heute: Day,
): Promise<void> {
  const felder: FieldRefusal[] = await unknownPlaces(tx, kreisId, body.kommuneId, null);
  if (body.am > heute) felder.push({ instance: '/am', code: 'datum-in-zukunft' });
  const known =
    body.traegerId === null ||
    (await tx.first(sql`select from traeger where kreis_id = ${kreisId} and id = ${body.traegerId}`));
  if (!known) felder.push({ instance: '/traegerId', code: 'code-unbekannt' });
  refuseFields(felder);
}
