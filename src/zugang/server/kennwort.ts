import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { queueHash } from './hash-queue.ts';

// OWASP and ASVS 5 (11.4): argon2id with 19 MiB and two passes; argon2id is the default of the package.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Sign-ins hold no connection while they wait, so many may. */
const patientWaiters = 200;
/** Calls inside a transaction hold a connection, so few may wait. */
export const hastyWaiters = 2;

let dummy: Promise<string> | undefined;

/** argon2id text of a password, as it is stored. */
export async function hashKennwort(kennwort: string, maxWaiting = patientWaiters): Promise<string> {
  return queueHash(maxWaiting, () => hash(kennwort.normalize('NFC'), cost));
}

/** Whether it is the password; without a stored hash a dummy is checked, so that the answer takes as long. */
export async function verifyKennwort(
  pruefwert: string | undefined,
  kennwort: string,
  maxWaiting = patientWaiters,
): Promise<boolean> {
  dummy ??= hash(randomBytes(16).toString('hex'), cost);
  const stored = pruefwert ?? (await dummy);
  const equal = await queueHash(maxWaiting, () => verify(stored, kennwort.normalize('NFC')));
  return equal && pruefwert !== undefined;
}

/** A password that can be read out on the telephone: about 79 bits, no letters that look alike. */
export function makeKennwort(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const block = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');
  return [block(), block(), block(), block()].join('-');
}
