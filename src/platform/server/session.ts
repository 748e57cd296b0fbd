import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Endpoint } from '#src/platform/contract.ts';
import { Refusal } from '#src/platform/refusal.ts';
import { clientAddress } from './client-address.ts';
import type { Config } from './config.ts';

/** The session of a request: only the hash of its secret ever reaches the database. */
export interface Session {
  /** SHA-256 of the secret in the cookie, hex; of nothing when there is none. */
  readonly pruefwert: string;
  readonly adresse: string;
  readonly geraet: string;
  /** By what accounts that signed in here know this browser again; signed by them, empty at first. */
  readonly ausweis: string;
  keepAusweis(ausweis: string): void;
  /** Makes a new secret, sends it to the browser and returns its hash. */
  issue(maxAgeSeconds: number): string;
  clear(): void;
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A browser is known for a year after the last sign-in; more than 400 days no browser keeps. */
const ausweisSeconds = 365 * 24 * 3600;

export function sessionOf(c: Context, config: Config): Session {
  const secure = config.url.startsWith('https://');
  // The __Host- prefix needs TLS; on a trial at http://localhost the plain name is used.
  const name = secure ? '__Host-lotse' : 'lotse';
  const ausweisName = `${name}-geraet`;
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const;
  return {
    pruefwert: hashToken(getCookie(c, name) ?? ''),
    adresse: clientAddress(c, config.proxy),
    geraet: (c.req.header('user-agent') ?? '').slice(0, 200),
    ausweis: (getCookie(c, ausweisName) ?? '').slice(0, 400),
    keepAusweis: (ausweis) => {
      setCookie(c, ausweisName, ausweis, { ...options, maxAge: ausweisSeconds });
    },
    issue: (maxAge) => {
      const token = randomBytes(32).toString('base64url');
      setCookie(c, name, token, { ...options, maxAge });
      return hashToken(token);
    },
    clear: () => {
      deleteCookie(c, name, options);
    },
  };
}

/** Changing calls must come from our own pages: same origin, or a client that sends no origin at all. */
export function guardOrigin(c: Context, endpoint: Endpoint, config: Config): void {
  if (endpoint.method === 'GET') return;
  if (c.req.header('sec-fetch-site') === 'cross-site') throw new Refusal('herkunft-fremd', 403);
  const origin = c.req.header('origin');
  if (origin === undefined) return;
  const own = new Set([
    config.url,
    `http://${c.req.header('host') ?? ''}`,
    `https://${c.req.header('host') ?? ''}`,
  ]);
  if (!own.has(origin)) throw new Refusal('herkunft-fremd', 403);
}
