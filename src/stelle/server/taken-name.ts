import { sql } from 'kysely';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** Refuses a name that another office of the Kreis bears; one at a time, so that two colleagues do not add it twice. */
export async function takenName(
  tx: Tx,
  kreisId: string,
  name: string,
  stelleId: string,
): Promise<FieldRefusal[]> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`stelle:${kreisId}`}, 0))`);
  const other = await tx.first(sql`
    select from stelle where kreis_id = ${kreisId} and lower(name) = lower(${name}) and id <> ${stelleId}`);
  return other ? [{ instance: '/name', code: 'stelle-name-vergeben' }] : [];
}
