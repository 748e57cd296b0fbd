import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

/**
 * Who works on a case of a Träger: its case manager and those who stand in for her now; the whole team where nobody has
 * the case yet.
 */
export function readTeam(
  tx: Tx,
  kreisId: string,
  fall: { readonly traegerId: string; readonly casemanagerId: string | null },
): Promise<{ id: string; name: string }[]> {
  return tx.all(sql<{ id: string; name: string }>`
    select distinct k.id, k.name from rolle r join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id
    where r.kreis_id = ${kreisId} and r.konto_kreis_id = ${kreisId} and r.rolle = 'casemanager'
      and r.traeger_id = ${fall.traegerId} and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())
      and k.gesperrt_am is null
      and (${fall.casemanagerId}::uuid is null or k.id = ${fall.casemanagerId}::uuid
        or exists (select from vertretung v where v.kreis_id = r.kreis_id and v.konto_id = k.id
          and v.vertritt_konto_id = ${fall.casemanagerId}::uuid and v.traeger_id = r.traeger_id
          and v.gueltig_ab <= current_date and v.gueltig_bis > current_date))
    order by k.name, k.id`);
}
