import { hkdfSync } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from './db.ts';
import { ringOf, unwrapUnder, wrapUnder, type Ring } from './hauptschluessel.ts';
import { newKey, openAny, seal, sealText, unsealText, withPredecessors, type Key } from './siegel.ts';

/** The chain of keys: person < Träger < master key (outside the database). */
export interface Schluessel {
  /**
   * A key to seal what the server keeps for itself (drafts, second factors). After an exchange it is another one, which
   * still opens what was sealed before; so ask for it each time.
   */
  derive(use: string): Key;
  /** A key that stays for the life of the installation: for fingerprints that are compared later and for signing. */
  deriveFixed(use: string): Key;
  /** Makes a person's key, wrapped for the Träger. */
  newPersonKey(tx: Tx, kreisId: string, traegerId: string): Promise<{ key: Key; wrapped: Buffer }>;
  /** Unwraps a person's key. */
  personKey(tx: Tx, kreisId: string, traegerId: string, wrapped: Buffer): Promise<Key>;
  /** Unwraps a person's key where the key of the Träger, as it stands in the database, is at hand: asks nothing. */
  openPersonKey(kreisId: string, traegerId: string, wrapped: { traeger: Buffer; person: Buffer }): Key;
  /** Wraps a person's key for another Träger (Übergabe); the sealed texts stay as they are. */
  rewrap(tx: Tx, kreisId: string, from: string, to: string, wrapped: Buffer): Promise<Buffer>;
}

/** A key from which others are derived; the newest that holds already is used. */
export interface Wurzel {
  readonly nummer: number;
  readonly key: Key;
  readonly giltAb: Date;
}

/** Held shared by who wraps a key under the master key, alone by who exchanges the master key. */
export const hauptschluesselLock = 7_104_202;

/** Seals a text of a person; the row's id is part of the seal, so texts cannot be swapped. */
export function sealForPerson(key: Key, rowId: string, text: string): Buffer {
  return sealText(key, text, `geheimtext:${rowId}`);
}

export function unsealForPerson(key: Key, rowId: string, siegel: Buffer): string {
  return unsealText(key, siegel, `geheimtext:${rowId}`);
}

export function traegerPlace(kreisId: string, traegerId: string): string {
  return `traeger:${kreisId}:${traegerId}`;
}

/** The keys of a Träger, newest first: two while one is exchanged. */
export function openTraegerKeys(ring: Ring, place: string, wrapped: Buffer): Key[] {
  const plain = unwrapUnder(ring, wrapped, place);
  return Array.from({ length: plain.length / 32 }, (_, index) =>
    Buffer.from(plain.subarray(index * 32, index * 32 + 32)),
  );
}

export function wrapPersonKey(traegerKey: Key, key: Key): Buffer {
  return seal(traegerKey, key, 'person');
}

export function unwrapPersonKey(traegerKeys: readonly Key[], wrapped: Buffer): Key {
  return openAny(traegerKeys, wrapped, 'person');
}

/** So many keys of one Träger are remembered: the present one and those that readers under way may still need. */
const REMEMBERED = 3;

/** `wurzeln` answers the roots as they are known now; without them the master key itself is the only one. */
export function openSchluessel(master: Key | Ring, wurzeln?: () => readonly Wurzel[]): Schluessel {
  const ring = Buffer.isBuffer(master) ? ringOf(master) : master;
  const roots = wurzeln ?? onlyRoot(ring);
  const remembered = new Map<string, readonly Key[]>();
  // Asked for in a transaction that is still open: a rollback takes a new key back, so nobody else may ever wrap with it.
  const ownKeys = new WeakMap<Tx, Map<string, Key>>();

  function remember(place: string, keys: readonly Key[]): readonly Key[] {
    const before = remembered.get(place) ?? [];
    const all = [...keys, ...before.filter((old) => !keys.some((key) => key.equals(old)))].slice(
      0,
      REMEMBERED,
    );
    remembered.set(place, all);
    return all;
  }

  /** The key under which this transaction wraps; nobody exchanges it before the transaction ends. */
  async function wrappingKey(tx: Tx, kreisId: string, traegerId: string): Promise<Key> {
    const place = traegerPlace(kreisId, traegerId);
    const own = ownKeys.get(tx) ?? new Map<string, Key>();
    ownKeys.set(tx, own);
    const known = own.get(place);
    if (known) return known;
    // Two statements: one that waited for the lock would read what stood before it waited.
    tx.send(sql`select pg_advisory_xact_lock_shared(${hauptschluesselLock}),
      pg_advisory_xact_lock_shared(hashtextextended(${place}, 0))`);
    const stand = await tx.one(sql<{ verpackt: Buffer | null; kennung: string | null }>`
      select (select schluessel_verpackt from traeger_schluessel
          where kreis_id = ${kreisId} and traeger_id = ${traegerId}) as verpackt,
        (select kennung from hauptschluessel order by nummer desc limit 1) as kennung`);
    const verpackt = stand.verpackt ?? (await insertKey(tx, kreisId, traegerId, stand.kennung));
    const [key] = openTraegerKeys(ring, place, verpackt);
    if (!key) throw new Error('empty key of a Träger');
    own.set(place, key);
    return key;
  }

  async function insertKey(
    tx: Tx,
    kreisId: string,
    traegerId: string,
    kennung: string | null,
  ): Promise<Buffer> {
    const hauptschluessel = kennung === null ? ring.current() : ring.find(kennung);
    if (!hauptschluessel) throw new Error(`the master key ${kennung} is not known`);
    const fresh = wrapUnder(hauptschluessel, newKey(), traegerPlace(kreisId, traegerId));
    await tx.run(sql`
      insert into traeger_schluessel (kreis_id, traeger_id, schluessel_verpackt)
      values (${kreisId}, ${traegerId}, ${fresh}) on conflict do nothing`);
    const row = await tx.one(sql<{ verpackt: Buffer }>`
      select schluessel_verpackt as verpackt from traeger_schluessel
      where kreis_id = ${kreisId} and traeger_id = ${traegerId}`);
    return row.verpackt;
  }

  /** Opens with what is remembered, else with what the database says now. */
  async function openPerson(tx: Tx, kreisId: string, traegerId: string, wrapped: Buffer): Promise<Key> {
    const place = traegerPlace(kreisId, traegerId);
    const known = tryKeys([...own(tx, place), ...(remembered.get(place) ?? [])], wrapped);
    if (known) return known;
    const row = await tx.one(sql<{ verpackt: Buffer }>`
      select schluessel_verpackt as verpackt from traeger_schluessel
      where kreis_id = ${kreisId} and traeger_id = ${traegerId}`);
    return unwrapPersonKey(remember(place, openTraegerKeys(ring, place, row.verpackt)), wrapped);
  }

  function own(tx: Tx, place: string): Key[] {
    const key = ownKeys.get(tx)?.get(place);
    return key ? [key] : [];
  }

  const { derive, deriveFixed } = openDerived(roots);
  return {
    derive,
    deriveFixed,
    newPersonKey: async (tx, kreisId, traegerId) => {
      const key = newKey();
      return { key, wrapped: wrapPersonKey(await wrappingKey(tx, kreisId, traegerId), key) };
    },
    personKey: openPerson,
    openPersonKey: (kreisId, traegerId, wrapped) => {
      const place = traegerPlace(kreisId, traegerId);
      return (
        tryKeys(remembered.get(place) ?? [], wrapped.person) ??
        unwrapPersonKey(remember(place, openTraegerKeys(ring, place, wrapped.traeger)), wrapped.person)
      );
    },
    rewrap: async (tx, kreisId, from, to, wrapped) => {
      const key = await openPerson(tx, kreisId, from, wrapped);
      return wrapPersonKey(await wrappingKey(tx, kreisId, to), key);
    },
  };
}

function tryKeys(keys: readonly Key[], wrapped: Buffer): Key | undefined {
  try {
    return unwrapPersonKey(keys, wrapped);
  } catch {
    return undefined;
  }
}

function onlyRoot(ring: Ring): () => readonly Wurzel[] {
  const roots = [{ nummer: 1, key: ring.current().key, giltAb: new Date(0) }];
  return () => roots;
}

function openDerived(roots: () => readonly Wurzel[]): Pick<Schluessel, 'derive' | 'deriveFixed'> {
  const known = new Map<string, Key>();
  function from(root: Wurzel, use: string): Key {
    const name = `${root.nummer}:${use}`;
    const key = known.get(name) ?? Buffer.from(hkdfSync('sha256', root.key, 'lotse', use, 32));
    known.set(name, key);
    return key;
  }
  const sealing = new Map<string, { readonly made: string; readonly key: Key }>();
  return {
    derive: (use) => {
      const all = roots();
      const root = all.filter((one) => one.giltAb.getTime() <= Date.now()).at(-1) ?? first(all);
      const others = all.filter((one) => one !== root);
      const made = [root, ...others].map((one) => one.nummer).join(',');
      const ready = sealing.get(use);
      if (ready?.made === made) return ready.key;
      // Its own bytes, so that the predecessors of one list of roots are not those of another.
      const key = withPredecessors(
        Buffer.from(from(root, use)),
        others.toReversed().map((one) => from(one, use)),
      );
      sealing.set(use, { made, key });
      return key;
    },
    deriveFixed: (use) => from(first(roots()), use),
  };
}

function first(roots: readonly Wurzel[]): Wurzel {
  const [root] = roots;
  if (!root) throw new Error('no root key');
  return root;
}
