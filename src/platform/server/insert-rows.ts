import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';

export type Row = Readonly<Record<string, unknown>>;

const chunk = 2_000;

/** Inserts many rows of one shape with one statement per 2,000; bytes are given as Buffer. */
export async function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  for (let at = 0; at < rows.length; at += chunk) {
    const json = JSON.stringify(rows.slice(at, at + chunk).map(encodeBytes));
    await tx.run(sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`);
  }
}

function encodeBytes(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  );
}
