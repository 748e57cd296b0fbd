import { sql } from 'kysely';
import { unknownPlaces } from '#src/kreis/server/check-codes.ts';
import type { Day } from '#src/platform/day.ts';
import { refuseFields } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Vereinbarung } from '../contract.ts';
import { vereinbarungRefusals } from '../rules.ts';

/** Refuses an agreement with an office or for a Kommune that the Kreis does not have, or with impossible days. */
export async function refuseVereinbarung(
  tx: Tx,
  kreisId: string,
  body: Pick<Vereinbarung, 'stelleId' | 'kommuneId' | 'vereinbartAm' | 'gueltigBis'>,
  heute: Day,
): Promise<void> {
  const known = await tx.first(sql`select from stelle where kreis_id = ${kreisId} and id = ${body.stelleId}`);
  refuseFields([
    ...(known ? [] : [{ instance: '/stelleId', code: 'vereinbarung-stelle-unbekannt' }]),
    ...vereinbarungRefusals(body, heute),
    ...(await unknownPlaces(tx, kreisId, body.kommuneId, null)),
  ]);
}
