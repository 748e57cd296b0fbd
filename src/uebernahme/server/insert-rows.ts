import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

export type InsertRow = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

const chunk = 2_000;

/** Inserts rows of one shape, up to 2,000 per statement; the table gives the types. */
export async function insertRows(tx: Tx, table: string, rows: readonly InsertRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  for (let at = 0; at < rows.length; at += chunk) {
    const json = JSON.stringify(rows.slice(at, at + chunk));
    await tx.run(sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`);
  }
}

/** Bytes as PostgreSQL reads them in JSON. */
export function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
