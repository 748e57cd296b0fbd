import { sql } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';

/** Locks an open hour of the own Träger; 404 for everyone else. */
export async function lockSprechstunde(tx: Tx, kreisId: string, id: string): Promise<{ gueltigAb: Day }> {
  const row = await tx.first(sql<{ gueltigAb: Day }>`
    select s.gueltig_ab as "gueltigAb" from sprechstunde s
    where s.kreis_id = ${kreisId} and s.id = ${id} and s.traeger_id = any (app_uuids('app.cm_traeger'))
    for update of s`);
  if (!row) throw notFound();
  return row;
}
