import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { readZustand } from './read-zustand.ts';

/**
 * Refuses letzte-administration when nobody would be left who administers the whole Kreis without an end: another
 * account that has signed in, is open and has no last working day. Two who lock each other stand in line here.
 */
export async function requireAdministration(tx: Tx, kreisId: string, ohneKontoId: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`administration:${kreisId}`}, 0))`);
  const rows = await tx.all(sql<{ id: string; bleibt: boolean }>`
    select r.konto_id as id, r.gueltig_ab <= now() and r.gueltig_bis is null as bleibt from rolle r
    where r.kreis_id = ${kreisId} and r.konto_kreis_id = ${kreisId} and r.rolle = 'administration' and r.traeger_id is null
      and (r.gueltig_bis is null or r.gueltig_bis > now())`);
  if (rows.every(({ id }) => id !== ohneKontoId)) return;
  const others = rows.filter(({ id, bleibt }) => bleibt && id !== ohneKontoId).map(({ id }) => id);
  const left = await readZustand(tx, kreisId, others);
  if (left.every(({ zustand, endetAm }) => zustand !== 'aktiv' || endetAm !== null))
    throw new Refusal('letzte-administration');
}
