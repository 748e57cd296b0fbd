import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

/** The Anfrage follows its place on the waiting list. */
export async function setStand(
  tx: Tx,
  kreisId: string,
  anfrageId: string,
  stand: 'warteliste' | 'offen',
): Promise<void> {
  await tx.run(sql`
    update anfrage set stand = ${stand}, fassung = fassung + 1 where kreis_id = ${kreisId} and id = ${anfrageId}`);
}
