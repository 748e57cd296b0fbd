import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { KontoKey } from '#src/zugang/server/record-konto-ereignis.ts';

/**
 * Whoever changes the factors of an account or signs in to it stands in line here, so that no session begins without the
 * second step while the first factor comes.
 */
export async function lockFaktoren(tx: Tx, { kreisId, kontoId }: KontoKey): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`faktor:${kreisId}:${kontoId}`}, 0))`);
}
