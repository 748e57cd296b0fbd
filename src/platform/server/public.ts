import type { Context, ErrorHandler, MiddlewareHandler } from 'hono';
import { clientAddress } from './client-address.ts';
import type { Deps } from './http.ts';
import type { Limits } from './limits.ts';
import { classify, toProblem } from './problem.ts';

const sentences: Readonly<Record<number, string>> = {
  404: 'Nicht gefunden. / Not found.',
  429: 'Zu viele Anfragen. Bitte warten Sie einen Moment. / Too many requests. Please wait a moment.',
  503: 'Gerade nicht erreichbar. Bitte gleich noch einmal versuchen. / Not available at the moment. Please try again shortly.',
};

/** Pages that need no session are counted by address, and refused in plain words. */
export function guardPublic(
  { config, now }: Pick<Deps, 'config' | 'now'>,
  limits: Limits,
): MiddlewareHandler {
  return async (c, next) => {
    limits.take('adresse', clientAddress(c, config.proxy), now());
    await next();
  };
}

/** What nobody caught: a problem document below /api, one line in both languages elsewhere; never a detail. */
export function answerError(deps: Pick<Deps, 'log'>): ErrorHandler {
  return (error, c) => (c.req.path.startsWith('/api/') ? toProblem(c, error, deps) : toPlain(c, error, deps));
}

function toPlain(c: Context, error: unknown, deps: Pick<Deps, 'log'>): Response {
  const { status, kennung, retryAfter } = classify(c, error, deps);
  if (retryAfter !== undefined) c.header('Retry-After', retryAfter);
  c.header('Cache-Control', 'no-store');
  const sentence = sentences[status] ?? 'Da ist etwas schiefgegangen. / Something went wrong.';
  return c.text(kennung === undefined ? sentence : `${sentence} (${kennung})`, status);
}
