import { sql, type RawBuilder } from 'kysely';

/** Accounts that answer for an office now: rows of konto_id and stelle_id. */
export function partnerKonten(kreisId: string): RawBuilder<{ konto_id: string; stelle_id: string }> {
  return sql`select r.konto_id, r.stelle_id from rolle r
    join konto k on k.kreis_id = r.konto_kreis_id and k.id = r.konto_id and k.gesperrt_am is null
    where r.kreis_id = ${kreisId} and r.konto_kreis_id = ${kreisId} and r.rolle = 'partner' and r.gueltig_ab <= now()
      and (r.gueltig_bis is null or r.gueltig_bis > now())`;
}
