import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';

/**
 * Refuses what a substitute leaves to the one who leads the case: closing it, giving it away, signing the plan. Reading,
 * contacts, tasks, releases and recording a withdrawal of consent cannot wait for a holiday to end and stay open. A case
 * that is not in sight is not refused here; the operation itself does not find it.
 */
export async function requireFallfuehrung(tx: Tx, kreisId: string, fallId: string): Promise<void> {
  const row = await tx.first(sql<{ id: string }>`
    select f.id from fall f where f.kreis_id = ${kreisId} and f.id = ${fallId} and f.casemanager_id <> app_konto()
      and f.casemanager_id = any ((select app_uuids('app.cm_konto'))::uuid[])`);
  if (row) throw new Refusal('nur-fallfuehrung', 403);
}
