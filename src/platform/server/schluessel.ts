import { hkdfSync } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from './db.ts';
import { newKey, seal, sealText, unseal, unsealText, type Key } from './siegel.ts';

/** The chain of keys: person < Träger < master key (outside the database). */
export interface Schluessel {
  /** A key for one use of the server itself (drafts, idempotent answers), derived from the master key. */
  derive(use: string): Key;
  /** Makes a person's key, wrapped for the Träger. */
  newPersonKey(tx: Tx, kreisId: string, traegerId: string): Promise<{ key: Key; wrapped: Buffer }>;
  /** Unwraps a person's key. */
  personKey(tx: Tx, kreisId: string, traegerId: string, wrapped: Buffer): Promise<Key>;
  /** Unwraps a person's key where the key of the Träger, as it stands in the database, is at hand: asks nothing. */
  openPersonKey(kreisId: string, traegerId: string, wrapped: { traeger: Buffer; person: Buffer }): Key;
  /** Wraps a person's key for another Träger (Übergabe); the sealed texts stay as they are. */
  rewrap(tx: Tx, kreisId: string, from: string, to: string, wrapped: Buffer): Promise<Buffer>;
}

/** Seals a text of a person; the row's id is part of the seal, so texts cannot be swapped. */
export function sealForPerson(key: Key, rowId: string, text: string): Buffer {
  return sealText(key, text, `geheimtext:${rowId}`);
}

export function unsealForPerson(key: Key, rowId: string, siegel: Buffer): string {
  return unsealText(key, siegel, `geheimtext:${rowId}`);
}

export function openSchluessel(masterKey: Key): Schluessel {
  const traegerKeys = new Map<string, Key>();
  // Made in a transaction that is still open: a rollback takes the key back, so nobody else may ever see it.
  const ownKeys = new WeakMap<Tx, Map<string, Key>>();

  async function traegerKey(tx: Tx, kreisId: string, traegerId: string): Promise<Key> {
    const place = `traeger:${kreisId}:${traegerId}`;
    const known = traegerKeys.get(place) ?? ownKeys.get(tx)?.get(place);
    if (known) return known;
    const fresh = seal(masterKey, newKey(), place);
    await tx.run(sql`
      insert into traeger_schluessel (kreis_id, traeger_id, schluessel_verpackt)
      values (${kreisId}, ${traegerId}, ${fresh}) on conflict do nothing`);
    const row = await tx.one(sql<{ schluessel_verpackt: Buffer }>`
      select schluessel_verpackt from traeger_schluessel where kreis_id = ${kreisId} and traeger_id = ${traegerId}`);
    const key = unseal(masterKey, row.schluessel_verpackt, place);
    if (row.schluessel_verpackt.equals(fresh)) {
      const own = ownKeys.get(tx) ?? new Map<string, Key>();
      ownKeys.set(tx, own.set(place, key));
    } else traegerKeys.set(place, key);
    return key;
  }

  const derived = new Map<string, Key>();
  return {
    derive: (use) => {
      const key = derived.get(use) ?? Buffer.from(hkdfSync('sha256', masterKey, 'lotse', use, 32));
      derived.set(use, key);
      return key;
    },
    newPersonKey: async (tx, kreisId, traegerId) => {
      const key = newKey();
      return { key, wrapped: seal(await traegerKey(tx, kreisId, traegerId), key, 'person') };
    },
    personKey: async (tx, kreisId, traegerId, wrapped) =>
      unseal(await traegerKey(tx, kreisId, traegerId), wrapped, 'person'),
    openPersonKey: (kreisId, traegerId, wrapped) => {
      const place = `traeger:${kreisId}:${traegerId}`;
      return unseal(
        traegerKeys.get(place) ?? unseal(masterKey, wrapped.traeger, place),
        wrapped.person,
        'person',
      );
    },
    rewrap: async (tx, kreisId, from, to, wrapped) => {
      const key = unseal(await traegerKey(tx, kreisId, from), wrapped, 'person');
      return seal(await traegerKey(tx, kreisId, to), key, 'person');
    },
  };
}
