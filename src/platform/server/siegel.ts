import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;

/** A 32-byte key. */
export type Key = Buffer;

const prepared = new WeakMap<Key, KeyObject>();
const predecessors = new WeakMap<Key, readonly Key[]>();

/** Node checks bytes given as a key anew for every seal, which costs ten times the opening; so once per key. */
function prepare(key: Key): KeyObject {
  const known = prepared.get(key) ?? createSecretKey(key);
  prepared.set(key, known);
  return known;
}

export function newKey(): Key {
  return randomBytes(32);
}

/** Lets a key open what others sealed before it was made; it seals with itself alone. */
export function withPredecessors(key: Key, before: readonly Key[]): Key {
  predecessors.set(key, before);
  return key;
}

/** Seals bytes: version, nonce (12), tag (16), ciphertext. `context` binds the seal to its place. */
export function seal(key: Key, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, prepare(key), nonce);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body]);
}

/** Opens a seal; throws when key, context or bytes do not belong together. */
export function unseal(key: Key, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== VERSION) throw new Error('unknown seal version');
  const before = predecessors.get(key);
  return before === undefined ? open(key, sealed, context) : openAny([key, ...before], sealed, context);
}

/** Opens a seal with the first key that fits; throws the last failure when none does. */
export function openAny(keys: readonly Key[], sealed: Buffer, context: string): Buffer {
  let failure: unknown = new Error('no key');
  for (const key of keys) {
    try {
      return open(key, sealed, context);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

function open(key: Key, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv(ALGORITHM, prepare(key), sealed.subarray(1, 13));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(13, 29));
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}

export function sealText(key: Key, text: string, context: string): Buffer {
  return seal(key, Buffer.from(text, 'utf8'), context);
}

export function unsealText(key: Key, sealed: Buffer, context: string): string {
  return unseal(key, sealed, context).toString('utf8');
}
