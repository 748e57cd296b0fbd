import type { MiddlewareHandler } from 'hono';
import type { Config } from './config.ts';

/**
 * Everything comes from this server and is named one by one. Scripts that would write HTML are refused by the browser
 * itself; "lotse" is the only door, for the one worker that reads PDF files (src/dokument/web/open-pdf.ts).
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lotse',
].join('; ');

/**
 * A file that is saved needs nothing, and may do nothing if somebody opens it from here. Papers that are shown in a tab
 * keep the policy of the pages: the PDF viewers of browsers do not start in a sandbox, and Lotse has set them itself.
 */
export const filePolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const headers: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', contentSecurityPolicy],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/** What keeps a page out of other sites. */
const framing = new Set(['Content-Security-Policy', 'X-Frame-Options', 'Cross-Origin-Resource-Policy']);

/** What is sent before a request could be read, too: the server writes such an answer by itself. */
export function bareHeaders(): string {
  return [...headers, ['Cache-Control', 'no-store'] as const]
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n');
}

/**
 * Hardening on every answer, refusals and failures included (ASVS 5, V3.4); mounted before everything else. Public pages
 * below `embeddable` are made for other sites: those that bring a policy of their own may stand in a frame.
 */
export function securityHeaders(config: Pick<Config, 'url'>, embeddable: string): MiddlewareHandler {
  const secure = config.url.startsWith('https://');
  return async (c, next) => {
    await next();
    const brought = c.res.headers.has('Content-Security-Policy');
    const own = brought && c.req.path.startsWith(embeddable);
    for (const [name, value] of headers) {
      if (own && framing.has(name)) continue;
      if (brought && name === 'Content-Security-Policy') continue;
      c.res.headers.set(name, value);
    }
    if (secure) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (c.req.path.startsWith('/api/')) c.res.headers.set('Cache-Control', 'no-store');
  };
}
