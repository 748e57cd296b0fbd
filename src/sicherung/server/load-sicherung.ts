import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from, type CopyStreamQuery } from 'pg-copy-streams';
import type { Ring } from '#src/platform/server/hauptschluessel.ts';
import { openTraegerKeys, traegerPlace, wrapPersonKey } from '#src/platform/server/schluessel.ts';
import type { Ziel } from './check-sicherung.ts';
import { Beschaedigt } from './container.ts';
import { leftOut, listTables, quote, tallyTable } from './copy-tables.ts';
import type { Kopf, Schluss } from './frames.ts';

/** A person's key as the bundle holds it: Kreis, person, key in base64. */
export type PersonKey = readonly [kreisId: string, personId: string, key: string];

/** A constraint between tables, taken off while rows come in any order. */
interface ForeignKey {
  readonly tabelle: string;
  readonly name: string;
  readonly definition: string;
}

const BATCH = 1_000;

/**
 * Takes the constraints between tables off, so that rows may come in any order; `close` puts them back and thereby checks
 * all of them. Everything in one transaction: a failure leaves the empty database.
 */
export async function openTables(client: Client): Promise<{ close(): Promise<void> }> {
  const tables = await listTables(client);
  const { rows: foreignKeys } = await client.query<ForeignKey>(`
    select conrelid::regclass::text as tabelle, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  const all = tables.map(({ name }) => quote(name));
  await send(client, [
    ...foreignKeys.map(({ tabelle, name }) => `alter table ${tabelle} drop constraint ${quote(name)}`),
    ...all.map((table) => `alter table ${table} disable trigger user`),
    ...keyColumns().map(([t, column]) => `alter table ${t} alter column ${column} set default '\\x'`),
    // Migrations fill some tables; the backup has those rows as well.
    `truncate ${all.join(', ')} restart identity`,
  ]);
  return {
    close: () =>
      send(client, [
        ...foreignKeys.map(
          ({ tabelle, name, definition }) =>
            `alter table ${tabelle} add constraint ${quote(name)} ${definition}`,
        ),
        ...keyColumns().map(([t, column]) => `alter table ${t} alter column ${column} drop default`),
        ...all.map((table) => `alter table ${table} enable trigger user`),
      ]),
  };
}

function keyColumns(): [string, string][] {
  return Object.entries(leftOut).flatMap(([table, columns]) =>
    columns.map((column): [string, string] => [quote(table), quote(column)]),
  );
}

async function send(client: Client, statements: readonly string[]): Promise<void> {
  await client.query(statements.join(';\n'));
}

/** Puts the rows of a backup into the tables as they arrive. */
export function loadInto(client: Client): Ziel {
  let open: CopyStreamQuery | undefined;
  let done: Promise<void> = Promise.resolve();
  return {
    kopf: (kopf) => requireSameState(client, kopf),
    tabelle: async (name, spalten) => {
      open = client.query(from(`copy ${quote(name)} (${spalten.map(quote).join(', ')}) from stdin`));
      done = finished(open);
      // Waited for below; a failure before must not end the process.
      done.catch(() => undefined);
    },
    zeilen: async (bytes) => {
      if (open && !open.write(bytes)) await Promise.race([once(open, 'drain'), done]);
    },
    tabelleEnde: async () => {
      if (!open) return;
      open.end();
      await done;
      open = undefined;
    },
  };
}

/** The tables must be those of the backup; they follow from the migrations that ran. */
async function requireSameState(client: Client, kopf: Kopf): Promise<void> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration order by nummer',
  );
  const other = kopf.migrationen.find(
    ({ name, hash }, at) => rows[at]?.name !== name || rows[at]?.hash !== hash,
  );
  if (other === undefined && rows.length === kopf.migrationen.length) return;
  throw new Error(
    `Die Sicherung wurde mit einer anderen Fassung von Lotse gemacht (Migration ${other?.name ?? rows.at(-1)?.name}). ` +
      'Nehmen Sie die Fassung, mit der gesichert wurde, oder eine neuere.',
  );
}

export async function setCounters(client: Client, { zaehler }: Schluss): Promise<void> {
  for (const { name, wert } of zaehler)
    await client.query('select setval(quote_ident($1)::regclass, $2)', [name, wert]);
}

/** Wraps the keys of the bundle for the Träger that each person has in the restored data; answers how many got theirs. */
export async function putKeysBack(client: Client, ring: Ring, keys: readonly PersonKey[]): Promise<number> {
  const { rows } = await client.query<{
    kreis_id: string;
    id: string;
    traeger_id: string;
    verpackt: Buffer | null;
  }>(
    `select p.kreis_id, p.id, p.traeger_id, s.schluessel_verpackt as verpackt from person p
      left join traeger_schluessel s on s.kreis_id = p.kreis_id and s.traeger_id = p.traeger_id`,
  );
  const known = new Map(keys.map(([kreisId, id, key]) => [`${kreisId}:${id}`, Buffer.from(key, 'base64')]));
  const opened = new Map<string, Buffer>();
  const found = rows.flatMap(({ kreis_id, id, traeger_id, verpackt }) => {
    const key = known.get(`${kreis_id}:${id}`);
    if (!key || !verpackt) return [];
    const place = traegerPlace(kreis_id, traeger_id);
    const traegerKey = opened.get(place) ?? openTraegerKeys(ring, place, verpackt)[0];
    if (!traegerKey) return [];
    opened.set(place, traegerKey);
    return [{ kreis_id, id, verpackt: wrapPersonKey(traegerKey, key) }];
  });
  for (let at = 0; at < found.length; at += BATCH) {
    const part = found.slice(at, at + BATCH);
    await client.query(
      `update person p set schluessel_verpackt = v.verpackt
        from unnest($1::text[], $2::uuid[], $3::bytea[]) v (kreis_id, id, verpackt)
        where p.kreis_id = v.kreis_id and p.id = v.id`,
      [part.map((p) => p.kreis_id), part.map((p) => p.id), part.map((p) => p.verpackt)],
    );
  }
  return found.length;
}

/** Reads every table again from the database and compares it with the list of the backup. */
export async function requireEqual(client: Client, { tabellen }: Schluss): Promise<void> {
  const tables = await listTables(client);
  const wrong: string[] = [];
  for (const { name, anzahl, pruefwert } of tabellen) {
    const table = tables.find((one) => one.name === name);
    const now = table && (await tallyTable(client, table));
    if (now?.anzahl !== anzahl || now.pruefwert !== pruefwert) wrong.push(name);
  }
  if (wrong.length > 0)
    throw new Beschaedigt(
      `Nach dem Einspielen weichen Tabellen ab: ${wrong.join(', ')}. Es wurde nichts behalten.`,
    );
}
