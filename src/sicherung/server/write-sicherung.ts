import { join } from 'node:path';
import type { Client, ClientConfig } from 'pg';
import { unwrapPersonKey, openTraegerKeys, traegerPlace } from '#src/platform/server/schluessel.ts';
import type { Ring } from '#src/platform/server/hauptschluessel.ts';
import { asAdmin } from './as-admin.ts';
import { copyOut, listTables, openTally, quote } from './copy-tables.ts';
import { writeContainer } from './container.ts';
import { frame, rowFrame, type Kopf, type Schluss, type Tabellenstand } from './frames.ts';

/** What a run wrote. */
export interface Sicherung {
  readonly datei: string;
  readonly bytes: number;
  readonly tabellen: number;
  readonly zeilen: number;
  readonly personen: number;
}

const FRAME = 64 * 1024;

/** The name says when, in UTC; only files with such a name are ever deleted again. */
export const sicherungName = /^lotse-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.sicherung$/;

/**
 * Writes one snapshot of the whole database while the server runs, and the keys of the persons into the bundle, which is
 * replaced. Neither file reveals anything without the master key, and the backup no text without the bundle.
 */
export async function writeSicherung(
  { admin, ring, now }: { readonly admin: ClientConfig; readonly ring: Ring; readonly now: () => Date },
  ordner: string,
  bund: string,
): Promise<Sicherung> {
  const am = now().toISOString();
  const datei = join(ordner, `lotse-${am.slice(0, 19).replaceAll(':', '')}Z.sicherung`);
  return asAdmin(admin, 'begin isolation level repeatable read read only', async (client) => {
    const kopf = await readKopf(client, ring, am);
    const schluss: Schluss = { tabellen: [], zaehler: await readZaehler(client) };
    const bytes = await writeContainer(datei, 'sicherung', ring, content(client, kopf, schluss));
    const personen = await readPersonKeys(client, ring);
    await writeContainer(bund, 'schluesselbund', ring, asJson({ am, personen }));
    const zeilen = schluss.tabellen.reduce((sum, { anzahl }) => sum + anzahl, 0);
    return { datei, bytes, tabellen: schluss.tabellen.length, zeilen, personen: personen.length };
  });
}

async function readKopf(client: Client, ring: Ring, am: string): Promise<Kopf> {
  const { rows } = await client.query<{ nummer: number; name: string; hash: string }>(
    'select nummer, name, hash from migration order by nummer',
  );
  return { am, migrationen: rows, kennung: ring.current().kennung };
}

/** Counters of identity columns; those never used are left out. */
async function readZaehler(client: Client): Promise<Schluss['zaehler']> {
  const { rows } = await client.query<{ name: string; wert: string }>(
    `select sequencename as name, last_value::text as wert from pg_sequences
      where schemaname = 'public' and last_value is not null order by 1`,
  );
  return rows.map(({ name, wert }) => ({ name, wert: Number(wert) }));
}

async function* content(client: Client, kopf: Kopf, schluss: Schluss): AsyncGenerator<Buffer> {
  yield frame('kopf', kopf);
  for (const tabelle of await listTables(client)) {
    yield frame('tabelle', { name: tabelle.name, spalten: tabelle.spalten });
    const tally = openTally();
    for await (const bytes of inPieces(copyOut(client, tabelle))) {
      tally.add(bytes);
      yield rowFrame(bytes);
    }
    const stand: Tabellenstand = { name: tabelle.name, ...tally.result() };
    schluss.tabellen.push(stand);
    yield frame('ende', stand);
  }
  yield frame('schluss', schluss);
}

/** Gathers the rows, which come one by one, into pieces worth a frame. */
async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const bytes of source) {
    held.push(bytes);
    size += bytes.length;
    if (size < FRAME) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Every person's key in clear, to be sealed as a whole: whatever Träger she goes to later, the key opens her texts. */
async function readPersonKeys(client: Client, ring: Ring): Promise<[string, string, string][]> {
  const traeger = await client.query<{ kreis_id: string; traeger_id: string; verpackt: Buffer }>(
    'select kreis_id, traeger_id, schluessel_verpackt as verpackt from traeger_schluessel',
  );
  const keys = new Map(
    traeger.rows.map(({ kreis_id, traeger_id, verpackt }) => {
      const place = traegerPlace(kreis_id, traeger_id);
      return [place, openTraegerKeys(ring, place, verpackt)] as const;
    }),
  );
  const persons = await client.query<{ kreis_id: string; id: string; traeger_id: string; verpackt: Buffer }>(
    `select kreis_id, id, traeger_id, schluessel_verpackt as verpackt from ${quote('person')}`,
  );
  return persons.rows
    .filter(({ verpackt }) => verpackt.length > 0)
    .map(({ kreis_id, id, traeger_id, verpackt }) => [
      kreis_id,
      id,
      unwrapPersonKey(keys.get(traegerPlace(kreis_id, traeger_id)) ?? [], verpackt).toString('base64'),
    ]);
}

async function* asJson(value: unknown): AsyncGenerator<Buffer> {
  yield Buffer.from(JSON.stringify(value));
}
