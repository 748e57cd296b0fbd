import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Vereinbarung } from '../contract.ts';

/** Agreements of a Kreis by office; `where` narrows the rows of vereinbarung v. */
export async function selectVereinbarung(
  tx: Tx,
  kreisId: string,
  where: RawBuilder<unknown>,
): Promise<Vereinbarung[]> {
  return tx.all(sql<Vereinbarung>`
    select v.id, v.stelle_id as "stelleId", s.name as stelle, v.kommune_id as "kommuneId", v.aufgaben, v.abgrenzung,
      v.uebergang, v.vereinbart_am as "vereinbartAm", v.abstimmung_am as "abstimmungAm", v.gueltig_bis as "gueltigBis",
      v.fassung
    from vereinbarung v join stelle s on s.kreis_id = v.kreis_id and s.id = v.stelle_id
    where v.kreis_id = ${kreisId} and ${where} order by s.name, v.vereinbart_am desc nulls first, v.id`);
}
