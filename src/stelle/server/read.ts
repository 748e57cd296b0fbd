import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Stelle } from '../contract.ts';

/** Partner offices of a Kreis by name; `where` narrows the rows of stelle s. */
export async function selectStelle(tx: Tx, kreisId: string, where: RawBuilder<unknown>): Promise<Stelle[]> {
  return tx.all(sql<Stelle>`
    select s.id, s.name, s.art, s.kommune_id as "kommuneId", s.ansprechpartner, s.telefon, s.email, s.weg,
      s.vereinbart_am as "vereinbartAm", s.zugesteuert, s.gueltig_ab as "gueltigAb", s.gueltig_bis as "gueltigBis",
      s.fassung
    from stelle s where s.kreis_id = ${kreisId} and ${where} order by s.name`);
}
