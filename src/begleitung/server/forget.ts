import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

/** Takes a person out of the blind check, in the transaction of the withdrawal of the consent. */
export async function forgetBegleitung(tx: Tx, kreisId: string, personId: string): Promise<void> {
  await tx.run(sql`select begleitung_vergessen(${kreisId}, ${personId}::uuid)`);
}
