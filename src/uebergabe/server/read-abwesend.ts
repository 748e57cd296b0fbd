import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** Last day of the absence in which a colleague is on a day; null when there, or when nobody is named. */
export async function readAbwesendBis(
  tx: Tx,
  kreisId: string,
  kontoId: string | null,
  am: Day,
): Promise<Day | null> {
  if (kontoId === null) return null;
  const { bis } = await tx.one(sql<{ bis: Day | null }>`
    select abwesend_bis(${kreisId}, ${kontoId}::uuid, ${am}::date) as bis`);
  return bis;
}
