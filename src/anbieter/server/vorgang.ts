import type { Context } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { z } from 'zod';
import { Refusal } from '#src/platform/refusal.ts';
import type { Config } from '#src/platform/server/config.ts';
import type { Deps } from '#src/platform/server/http.ts';
import { returnPart } from '../rules.ts';

/** What only this server and, behind its cookie, this browser know of a sign-in that is under way. */
export const geheimnisse = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  maxAge: z.number(),
});
export type Geheimnisse = z.infer<typeof geheimnisse>;

/** Where the addresses begin to which services send back. */
export function returnBase({ url }: Pick<Config, 'url'>): string {
  return `${url}/api/anmeldung/anbieter/rueckkehr/`;
}

/** The address to which the service of this issuer sends back, and no other; registered there word for word. */
export function returnAddress(config: Pick<Config, 'url'>, aussteller: string): string {
  return `${returnBase(config)}${returnPart(aussteller)}`;
}

export function cookieName({ url }: Pick<Config, 'url'>): string {
  return url.startsWith('https://') ? '__Host-lotse-anbieter' : 'lotse-anbieter';
}

/** Lax, because the way back begins at the service. */
export function cookieOptions({ url }: Pick<Config, 'url'>) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: url.startsWith('https://') } as const;
}

const shown = new Set([
  'anbieter-abgebrochen',
  'anbieter-kein-konto',
  'anbieter-nicht-erreichbar',
  'anbieter-ueberlastet',
  'anbieter-unbekannt',
  'anbieter-ungueltig',
]);

/** Back to the sign-in page, which says in the language of the browser what happened; details stay in the log, as codes. */
export function leaveWith(c: Context, deps: Deps, error: unknown): Response {
  const code = error instanceof Refusal && shown.has(error.code) ? error.code : 'anbieter-ungueltig';
  deps.log({ art: 'anbieter', code, grund: reason(error) });
  deleteCookie(c, cookieName(deps.config), cookieOptions(deps.config));
  c.header('Cache-Control', 'no-store');
  return c.redirect(`/?anmeldedienst=${code}`, 302);
}

/** Name and code of an error; never its message, which may quote what the service sent. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
