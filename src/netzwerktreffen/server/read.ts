import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { Netzwerktreffen } from '../contract.ts';

/** Network meetings of a Kreis, newest first; `where` narrows the rows of netzwerktreffen n. */
export async function selectNetzwerktreffen(
  tx: Tx,
  kreisId: string,
  where: RawBuilder<unknown>,
): Promise<Netzwerktreffen[]> {
  return tx.all(sql<Netzwerktreffen>`
    select n.id, n.am, n.name, n.art, n.kommune_id as "kommuneId", n.traeger_id as "traegerId", n.ergebnis, n.fassung
    from netzwerktreffen n where n.kreis_id = ${kreisId} and ${where} order by n.am desc, n.name, n.id limit 500`);
}
