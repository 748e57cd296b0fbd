import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

/** Accounts that oversee the requests of a Träger today: its officer or that of the Kreis, and its head. */
export async function listAufsicht(tx: Tx, kreisId: string, traegerId: string): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    select distinct k.id from rolle r
    join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
    where r.kreis_id = ${kreisId} and k.kreis_id = ${kreisId} and k.id <> app_konto()
      and (r.rolle = 'datenschutz' and (r.traeger_id is null or r.traeger_id = ${traegerId})
        or r.rolle = 'traegerleitung' and r.traeger_id = ${traegerId})
      and r.gueltig_ab <= now() and (r.gueltig_bis is null or r.gueltig_bis > now())`);
  return rows.map(({ id }) => id);
}
