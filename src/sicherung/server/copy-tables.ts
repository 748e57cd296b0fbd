import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { to } from 'pg-copy-streams';

/** A table as it is saved: the columns that are written and the order of its rows. */
export interface Tabelle {
  readonly name: string;
  readonly spalten: readonly string[];
  readonly ordnung: string;
}

/** The keys of persons are left out of every backup; they go into the bundle, which knows only the living. */
export const leftOut: Readonly<Record<string, readonly string[]>> = { person: ['schluessel_verpackt'] };

/** Tables of the schema in the order of their names; `migration` is rebuilt, not copied. */
export async function listTables(client: Client): Promise<Tabelle[]> {
  const { rows } = await client.query<{
    name: string;
    spalten: string[];
    schluessel: string[];
    text: string[];
  }>(`
    select c.relname as name,
      (select array_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')::text[] as spalten,
      coalesce((select array_agg(a.attname order by array_position(i.indkey::int[], a.attnum::int)) from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary), '{}')::text[] as schluessel,
      coalesce((select array_agg(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and a.attcollation <> 0), '{}')::text[] as text
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    order by c.relname collate "C"`);
  return rows.map(({ name, spalten, schluessel, text }) => ({
    name,
    spalten: spalten.filter((spalte) => !leftOut[name]?.includes(spalte)),
    // The order must not depend on the language of the server.
    ordnung:
      schluessel.length === 0
        ? `${quote(name)}::text collate "C"`
        : schluessel.map((s) => `${quote(s)}${text.includes(s) ? ' collate "C"' : ''}`).join(', '),
  }));
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The rows of a table as PostgreSQL writes them, in the order of its key. */
export function copyOut(client: Client, { name, spalten, ordnung }: Tabelle): AsyncIterable<Buffer> {
  const columns = spalten.map(quote).join(', ');
  return client.query(to(`copy (select ${columns} from ${quote(name)} order by ${ordnung}) to stdout`));
}

/** Counts and hashes rows that pass by: a line feed inside a value is written as \n, so each one ends a row. */
export function openTally() {
  const hash = createHash('sha256');
  let anzahl = 0;
  return {
    add: (bytes: Buffer) => {
      hash.update(bytes);
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) anzahl += 1;
    },
    result: () => ({ anzahl, pruefwert: hash.digest('hex') }),
  };
}

/** Count and hash of a table as it stands now. */
export async function tallyTable(
  client: Client,
  tabelle: Tabelle,
): Promise<{ anzahl: number; pruefwert: string }> {
  const tally = openTally();
  for await (const bytes of copyOut(client, tabelle)) tally.add(bytes);
  return tally.result();
}
