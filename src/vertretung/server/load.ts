import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Abwesenheit } from './write.ts';

/** Loads an absence of the account itself, locked; 404 for everyone else. */
export async function loadAbwesenheit(tx: Tx, kreisId: string, abwesenheitId: string): Promise<Abwesenheit> {
  // A row lock would need the right to read every column; the account's own lock does as well.
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('abwesenheit'), hashtext(app_konto()::text))`);
  const row = await tx.first(sql<Abwesenheit>`
    select w.id, w.traeger_id as "traegerId", w.von, w.bis from abwesenheit w
    where w.kreis_id = ${kreisId} and w.id = ${abwesenheitId} and w.konto_id = app_konto()`);
  if (!row) throw notFound();
  return row;
}
