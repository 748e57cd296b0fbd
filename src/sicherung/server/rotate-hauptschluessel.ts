import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, ClientConfig } from 'pg';
import {
  kennungOf,
  unwrapUnder,
  wrapUnder,
  type Hauptschluessel,
  type Ring,
} from '#src/platform/server/hauptschluessel.ts';
import { hauptschluesselLock, traegerPlace } from '#src/platform/server/schluessel.ts';
import { newKey } from '#src/platform/server/siegel.ts';
import { wurzelPlace } from '#src/platform/server/wurzel.ts';
import { asAdmin } from './as-admin.ts';
import { addKey, retireKeys } from './key-file.ts';

/** What an exchange did. */
export interface Wechsel {
  readonly kennung: string;
  readonly vorher: string;
  readonly traeger: number;
  /** Where the file of the old key was put; undefined when it came from elsewhere. */
  readonly abgelegt: string | undefined;
}

interface Keys {
  readonly admin: ClientConfig;
  readonly ring: Ring;
  /** File of the master key; undefined: it comes from the environment or a command. */
  readonly datei: string | undefined;
}

const BATCH = 200;
/** Every running server has looked for keys at least twice until then. */
const WURZEL_AFTER_MS = 150_000;

/**
 * Exchanges the master key while the server runs: both keys are known, every key below is wrapped anew, a new root is made,
 * the old key is put away. May be repeated after an interruption. Texts and seals stay as they are.
 */
export async function rotateHauptschluessel(keys: Keys): Promise<Wechsel> {
  const { admin, ring, datei } = keys;
  const vorher = await asAdmin(admin, 'begin', readKennung);
  if (ring.current().kennung === vorher && ring.all().length === 1) {
    if (datei === undefined) throw new Error(otherSource);
    addKey(datei);
    ring.reload();
  }
  const neu = ring.current();
  await asAdmin(admin, 'begin', (client) => switchTo(client, neu, vorher));
  let traeger = 0;
  for (;;) {
    const done = await asAdmin(admin, 'begin', (client) => rewrapTraeger(client, ring, neu));
    if (done === 0) break;
    traeger += done;
  }
  await asAdmin(admin, 'begin', (client) => rewrapWurzeln(client, ring, neu));
  return finish(keys, neu, vorher, traeger);
}

const otherSource =
  'Der Hauptschlüssel kommt nicht aus einer Datei. Nennen Sie Lotse zuerst den neuen und den alten: ' +
  'LOTSE_HAUPTSCHLUESSEL und LOTSE_HAUPTSCHLUESSEL_ALT, oder lassen Sie LOTSE_SCHLUESSEL_BEFEHL in der ersten Zeile ' +
  'den neuen, in der zweiten den alten ausgeben. Starten Sie den Server damit neu und rufen Sie diesen Befehl wieder auf.';

async function finish(
  { admin, ring, datei }: Keys,
  neu: Hauptschluessel,
  vorher: string,
  traeger: number,
): Promise<Wechsel> {
  await asAdmin(admin, 'begin', async (client) => {
    await requireNothingLeft(client, neu.kennung);
    await client.query(
      'update hauptschluessel set abgeloest_am = now() where kennung <> $1 and abgeloest_am is null',
      [neu.kennung],
    );
  });
  const abgelegt = datei === undefined ? undefined : retireKeys(datei);
  ring.reload();
  return { kennung: neu.kennung, vorher, traeger, abgelegt };
}

async function readKennung(client: Client): Promise<string> {
  const { rows } = await client.query<{ kennung: string }>(
    'select kennung from hauptschluessel order by nummer desc limit 1',
  );
  const [row] = rows;
  if (!row) throw new Error('no master key noted');
  return row.kennung;
}

/** From the commit on nothing new is wrapped under the old key: whoever wraps holds the lock until her own commit. */
async function switchTo(client: Client, neu: Hauptschluessel, vorher: string): Promise<void> {
  await waitForLock(client, String(hauptschluesselLock));
  if ((await readKennung(client)) === neu.kennung) return;
  if ((await readKennung(client)) !== vorher)
    throw new Error('Gerade wechselt schon jemand den Hauptschlüssel.');
  await client.query(
    `insert into hauptschluessel (kennung, nummer) select $1, max(nummer) + 1 from hauptschluessel
      on conflict (kennung) do update set nummer = excluded.nummer, abgeloest_am = null`,
    [neu.kennung],
  );
  const { rows } = await client.query<{ nummer: number }>(
    'select max(nummer) + 1 as nummer from wurzelschluessel',
  );
  const nummer = rows[0]?.nummer ?? 1;
  await client.query(
    'insert into wurzelschluessel (nummer, schluessel_verpackt, gilt_ab) values ($1, $2, $3)',
    [nummer, wrapUnder(neu, newKey(), wurzelPlace(nummer)), new Date(Date.now() + WURZEL_AFTER_MS)],
  );
}

/** Takes a lock without queueing: requests that want it shared never wait behind this. */
export async function waitForLock(client: Client, expression: string, values: unknown[] = []): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ frei: boolean }>(
      `select pg_try_advisory_xact_lock(${expression}) as frei`,
      values,
    );
    if (rows[0]?.frei === true) return;
    await sleep(50);
  }
}

async function rewrapTraeger(client: Client, ring: Ring, neu: Hauptschluessel): Promise<number> {
  const { rows } = await client.query<{ kreis_id: string; traeger_id: string; verpackt: Buffer }>(
    `select kreis_id, traeger_id, schluessel_verpackt as verpackt from traeger_schluessel
      where substring(schluessel_verpackt from 1 for 9) <> $1 limit ${BATCH} for update`,
    [sealHead(neu.kennung)],
  );
  for (const { kreis_id, traeger_id, verpackt } of rows) {
    const place = traegerPlace(kreis_id, traeger_id);
    await client.query(
      'update traeger_schluessel set schluessel_verpackt = $3 where kreis_id = $1 and traeger_id = $2',
      [kreis_id, traeger_id, wrapUnder(neu, unwrapUnder(ring, verpackt, place), place)],
    );
  }
  return rows.length;
}

async function rewrapWurzeln(client: Client, ring: Ring, neu: Hauptschluessel): Promise<void> {
  const { rows } = await client.query<{ nummer: number; verpackt: Buffer }>(
    'select nummer, schluessel_verpackt as verpackt from wurzelschluessel for update',
  );
  for (const { nummer, verpackt } of rows) {
    if (kennungOf(verpackt) === neu.kennung) continue;
    const place = wurzelPlace(nummer);
    await client.query('update wurzelschluessel set schluessel_verpackt = $2 where nummer = $1', [
      nummer,
      wrapUnder(neu, unwrapUnder(ring, verpackt, place), place),
    ]);
  }
}

async function requireNothingLeft(client: Client, kennung: string): Promise<void> {
  const { rows } = await client.query<{ anzahl: number }>(
    `select ((select count(*) from traeger_schluessel where substring(schluessel_verpackt from 1 for 9) <> $1)
      + (select count(*) from wurzelschluessel where substring(schluessel_verpackt from 1 for 9) <> $1))::int as anzahl`,
    [sealHead(kennung)],
  );
  if (rows[0]?.anzahl !== 0)
    throw new Error('Es hängen noch Schlüssel am alten. Rufen Sie den Befehl noch einmal auf.');
}

/** The first bytes of everything wrapped under a key. */
function sealHead(kennung: string): Buffer {
  return Buffer.concat([Buffer.from([2]), Buffer.from(kennung, 'hex')]);
}
