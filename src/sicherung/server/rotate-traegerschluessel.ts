import type { Client, ClientConfig } from 'pg';
import { wrapUnder, type Hauptschluessel, type Ring } from '#src/platform/server/hauptschluessel.ts';
import {
  hauptschluesselLock,
  openTraegerKeys,
  traegerPlace,
  unwrapPersonKey,
  wrapPersonKey,
} from '#src/platform/server/schluessel.ts';
import { newKey, type Key } from '#src/platform/server/siegel.ts';
import { asAdmin } from './as-admin.ts';
import { waitForLock } from './rotate-hauptschluessel.ts';

interface Traeger {
  readonly kreis_id: string;
  readonly traeger_id: string;
}

const BATCH = 500;

/**
 * Gives a Träger a new key while the server runs: at first both stand in its row, then the keys of its persons are wrapped
 * anew in batches, at last the old one goes. Answers how many persons there were; may be repeated after an interruption.
 */
export async function rotateTraegerschluessel(
  { admin, ring }: { readonly admin: ClientConfig; readonly ring: Ring },
  name: string,
): Promise<number> {
  const traeger = await asAdmin(admin, 'begin', (client) => findTraeger(client, name));
  await asAdmin(admin, 'begin', (client) =>
    exchange(client, ring, traeger, ([key, ...former]) =>
      former.length > 0 || key === undefined ? undefined : [newKey(), key],
    ),
  );
  let after = '00000000-0000-0000-0000-000000000000';
  let persons = 0;
  for (;;) {
    const batch = await asAdmin(admin, 'begin', (client) => rewrapPersons(client, ring, traeger, after));
    persons += batch.count;
    if (batch.last === undefined) break;
    after = batch.last;
  }
  // A person handed over meanwhile came with the new key: whoever wraps reads the row first.
  await asAdmin(admin, 'begin', (client) => exchange(client, ring, traeger, ([key]) => key && [key]));
  return persons;
}

async function findTraeger(client: Client, name: string): Promise<Traeger> {
  const { rows } = await client.query<Traeger>(
    `select s.kreis_id, s.traeger_id from traeger_schluessel s
      join traeger t on t.kreis_id = s.kreis_id and t.id = s.traeger_id
      where t.id::text = $1 or t.slug = lower($1) or lower(t.name) = lower($1)`,
    [name],
  );
  const [traeger] = rows;
  if (!traeger)
    throw new Error(
      `Es gibt keinen Träger „${name}“ mit einem Schlüssel. Einen Schlüssel bekommt er mit der ersten Person.`,
    );
  if (rows.length > 1) throw new Error(`„${name}“ heißen mehrere Träger. Nennen Sie die Nummer (UUID).`);
  return traeger;
}

/** Writes other keys into the row of the Träger while nobody wraps for it; undefined leaves them. */
async function exchange(
  client: Client,
  ring: Ring,
  { kreis_id, traeger_id }: Traeger,
  change: (keys: readonly Key[]) => readonly Key[] | undefined,
): Promise<void> {
  const place = traegerPlace(kreis_id, traeger_id);
  await waitForLock(client, `hashtextextended($1, 0)`, [place]);
  await client.query('select pg_advisory_xact_lock_shared($1)', [hauptschluesselLock]);
  const keys = await readKeys(client, ring, { kreis_id, traeger_id });
  const next = change(keys);
  if (next === undefined) return;
  await client.query(
    'update traeger_schluessel set schluessel_verpackt = $3 where kreis_id = $1 and traeger_id = $2',
    [kreis_id, traeger_id, wrapUnder(await presentKey(client, ring), Buffer.concat(next), place)],
  );
}

async function presentKey(client: Client, ring: Ring): Promise<Hauptschluessel> {
  const { rows } = await client.query<{ kennung: string }>(
    'select kennung from hauptschluessel order by nummer desc limit 1',
  );
  return ring.find(rows[0]?.kennung ?? '') ?? ring.current();
}

async function readKeys(client: Client, ring: Ring, { kreis_id, traeger_id }: Traeger): Promise<Key[]> {
  const { rows } = await client.query<{ verpackt: Buffer }>(
    `select schluessel_verpackt as verpackt from traeger_schluessel
      where kreis_id = $1 and traeger_id = $2 for update`,
    [kreis_id, traeger_id],
  );
  const [row] = rows;
  if (!row) throw new Error('the key of the Träger is gone');
  return openTraegerKeys(ring, traegerPlace(kreis_id, traeger_id), row.verpackt);
}

async function rewrapPersons(
  client: Client,
  ring: Ring,
  traeger: Traeger,
  after: string,
): Promise<{ count: number; last: string | undefined }> {
  const keys = await readKeys(client, ring, traeger);
  const [key] = keys;
  if (!key) throw new Error('empty key of a Träger');
  const { rows } = await client.query<{ id: string; verpackt: Buffer }>(
    `select id, schluessel_verpackt as verpackt from person
      where kreis_id = $1 and traeger_id = $2 and id > $3 order by id limit ${BATCH} for update`,
    [traeger.kreis_id, traeger.traeger_id, after],
  );
  const wrapped = rows.map(({ verpackt }) => wrapPersonKey(key, unwrapPersonKey(keys, verpackt)));
  await client.query(
    `update person p set schluessel_verpackt = v.verpackt
      from unnest($2::uuid[], $3::bytea[]) v (id, verpackt) where p.kreis_id = $1 and p.id = v.id`,
    [traeger.kreis_id, rows.map(({ id }) => id), wrapped],
  );
  return { count: rows.length, last: rows.at(-1)?.id };
}
