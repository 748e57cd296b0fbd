import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { Refusal, type Problem } from '#src/platform/refusal.ts';
import type { Deps } from './http.ts';

interface Classified {
  readonly refusal: Refusal | undefined;
  readonly status: Refusal['status'] | 500;
  /** Names the request in the log; only what was not foreseen has one. */
  readonly kennung: string | undefined;
  /** Seconds, where trying again will help. */
  readonly retryAfter: string | undefined;
}

/** What an error means for the one who asked; the unforeseen is logged with an id. */
export function classify(c: Context, error: unknown, deps: Pick<Deps, 'log'>): Classified {
  const refusal = error instanceof Refusal ? error : foresee(error);
  const kennung = refusal ? undefined : randomUUID().slice(0, 8);
  if (!refusal) deps.log({ art: 'fehler', kennung, weg: c.req.routePath, fehler: describe(error) });
  const status = refusal?.status ?? 500;
  const sekunden = refusal?.detail.daten?.['sekunden'];
  const retryAfter =
    status === 429 ? String(typeof sekunden === 'number' ? sekunden : 60) : status === 503 ? '1' : undefined;
  return { refusal, status, kennung, retryAfter };
}

/** Answers any error as a problem document; what we did not foresee gets an id and no detail. */
export function toProblem(c: Context, error: unknown, deps: Pick<Deps, 'log'>): Response {
  const { refusal, status, kennung, retryAfter } = classify(c, error, deps);
  const code = refusal?.code ?? 'unerwartet';
  const problem: Problem = {
    type: `urn:lotse:${code}`,
    status,
    code,
    ...refusal?.detail,
    ...(kennung ? { kennung } : {}),
  };
  c.header('Cache-Control', 'no-store');
  if (retryAfter !== undefined) c.header('Retry-After', retryAfter);
  return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' });
}

/** Database errors with a meaning for the user; everything else stays unforeseen. */
function foresee(error: unknown): Refusal | undefined {
  const code = databaseCode(error);
  if (code === undefined) return undefined;
  if (code === '23P01') return new Refusal('zeitraum-ueberlappt', 409);
  if (code === '40001' || code === '40P01') return new Refusal('gleichzeitig-geaendert', 409);
  if (code === '42501') return new Refusal('nicht-gefunden', 404);
  // A character that PostgreSQL cannot keep (NUL) or that is half of a pair.
  if (code === '22021' || code === '22P05') return new Refusal('zeichen-ungueltig', 422);
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('speicher-voll', 507);
  if (code === '53200') return new Refusal('speicher-voll', 503);
  if (code.startsWith('08') || code.startsWith('57P') || code === '53300' || networkCodes.has(code)) {
    return new Refusal('datenbank-nicht-erreichbar', 503);
  }
  return undefined;
}

/** The database is not there, went away, or takes no more connections. ENOENT: its socket does not exist. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

function databaseCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.message.startsWith('Connection terminated') || error.message.includes('timeout exceeded'))
    return '08006';
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Name, place and SQLSTATE; never the message of a database error, which may quote values. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = databaseCode(error);
  const place = (error.stack ?? '').split('\n').slice(1, 8).join(' ');
  return code === undefined ? `${error.name}: ${error.message} ${place}` : `${error.name} ${code} ${place}`;
}
