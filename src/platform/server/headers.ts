import type { MiddlewareHandler } from 'hono';
import type { Config } from './config.ts';

const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

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

/**
 * Hardening on every answer, refusals and failures included (ASVS 5, V3.4); mounted before everything else. Public pages
 * below `embeddable` are made for other sites: those that bring a policy of their own may stand in a frame.
 */
export function securityHeaders(config: Pick<Config, 'url'>, embeddable: string): MiddlewareHandler {
  const secure = config.url.startsWith('https://');
  return async (c, next) => {
    await next();
    const own = c.req.path.startsWith(embeddable) && c.res.headers.has('Content-Security-Policy');
    for (const [name, value] of headers) {
      if (!own || !framing.has(name)) c.res.headers.set(name, value);
    }
    if (secure) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (c.req.path.startsWith('/api/')) c.res.headers.set('Cache-Control', 'no-store');
  };
}
