import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Lage } from '../contract.ts';

/** Events of the Kreis, newest first; `where` narrows the rows of lage l. */
export async function selectLage(tx: Tx, kreisId: string, where: RawBuilder<unknown>): Promise<Lage[]> {
  return tx.all(sql<Lage>`
    select l.id, l.am, l.bis, l.bezeichnung, l.fassung from lage l
    where l.kreis_id = ${kreisId} and ${where} order by l.am desc, l.bezeichnung`);
}

/**
 * Events that fall into a period, both days included, oldest first: notes under a series of figures (Vorlage 197/23, 3).
 * One without a known end is a day, not everything since.
 */
export async function readLage(tx: Tx, kreisId: string, von: Day, bis: Day): Promise<Lage[]> {
  const rows = await selectLage(
    tx,
    kreisId,
    sql`l.am <= ${bis}::date and coalesce(l.bis, l.am) >= ${von}::date`,
  );
  return rows.toReversed();
}
