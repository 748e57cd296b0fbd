import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A security key in software: makes and proves passkeys as WebAuthn wants them (ES256, attestation "none"). */
export interface Authenticator {
  /** Answers navigator.credentials.create(). */
  create(vorlage: { challenge: string; rp: { id: string } }): unknown;
  /** Answers navigator.credentials.get(). */
  get(
    aufgabe: { challenge: string; rpId: string },
    changes?: {
      origin?: string;
      rpId?: string;
      /** Holder checked by PIN or finger. */
      verified?: boolean;
      userHandle?: string;
      /** Answers with this counter instead of the next one. */
      counter?: number;
    },
  ): { id: string; rawId: string; type: 'public-key'; response: Record<string, string> };
}

const base64url = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();

/** What CBOR needs for these few values: heads of integers, byte strings, texts and maps. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
const int = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value]);
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (entries: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([head(5, entries.length), ...entries.flat()]);

const presentFlag = 1;
const verifiedFlag = 4;
const attestedFlag = 64;

export function makeAuthenticator(origin = 'http://lotse.test'): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  let counter = 0;
  const cose = map([
    [int(1), int(2)],
    [int(3), int(-7)],
    [int(-1), int(1)],
    [int(-2), bytes(Buffer.from(jwk.x ?? '', 'base64url'))],
    [int(-3), bytes(Buffer.from(jwk.y ?? '', 'base64url'))],
  ]);

  function authData(rpId: string, flags: number, count: number, attested = Buffer.alloc(0)): Buffer {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(count);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), number, attested]);
  }
  function clientData(type: string, challenge: string, from: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  }
  const name = { id: base64url(id), rawId: base64url(id), type: 'public-key' } as const;

  return {
    create: ({ challenge, rp }) => {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const data = authData(rp.id, presentFlag | verifiedFlag | attestedFlag, counter, attested);
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(data)],
      ]);
      return {
        ...name,
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge, origin)),
          attestationObject: base64url(attestation),
          transports: ['internal'],
        },
      };
    },
    get: ({ challenge, rpId }, changes = {}) => {
      counter = changes.counter ?? counter + 1;
      const flags = presentFlag | (changes.verified === false ? 0 : verifiedFlag);
      const data = authData(changes.rpId ?? rpId, flags, counter);
      const client = clientData('webauthn.get', challenge, changes.origin ?? origin);
      return {
        ...name,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)),
          ...(changes.userHandle === undefined ? {} : { userHandle: changes.userHandle }),
        },
      };
    },
  };
}
