import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

/** Case managers of a Träger who have an inbox today. */
export async function listTeam(tx: Tx, kreisId: string, traegerId: string): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    select distinct k.id from rolle r
    join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
    where r.kreis_id = ${kreisId} and r.traeger_id = ${traegerId} and r.rolle = 'casemanager' and k.kreis_id = ${kreisId}
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())`);
  return rows.map(({ id }) => id);
}

/** The Koordination of the Kreis, and of the regions in which one of the Kommunen lies today. */
export async function listKoordination(
  tx: Tx,
  kreisId: string,
  kommuneIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    select distinct k.id from rolle r
    join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
    where r.kreis_id = ${kreisId} and r.rolle = 'koordination' and k.kreis_id = ${kreisId}
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
      and (r.region_id is null or exists (select from region_kommune rk
        where rk.kreis_id = r.kreis_id and rk.region_id = r.region_id and rk.kommune_id = any (${kommuneIds}::text[])
          and rk.gueltig_ab <= current_date and (rk.gueltig_bis is null or rk.gueltig_bis > current_date)))`);
  return rows.map(({ id }) => id);
}
