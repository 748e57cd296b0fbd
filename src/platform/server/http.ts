import { Hono, type Context } from 'hono';
import type { Answer, Contract, Endpoint, Received } from '#src/platform/contract.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import { hasRolle, type Actor, type RolleName } from './actor.ts';
import type { Config } from './config.ts';
import type { Database, Tx } from './db.ts';
import { answerOnce } from './idempotency.ts';
import { toProblem } from './problem.ts';
import type { Schluessel } from './schluessel.ts';
import { parseParts } from './parse-parts.ts';
import { guardOrigin, sessionOf, type Session } from './session.ts';

/** What operations need besides the transaction. Clock and log are the only things tests replace. */
export interface Deps {
  readonly db: Database;
  readonly schluessel: Schluessel;
  readonly config: Config;
  readonly now: () => Date;
  /** True on the embedded trial database, which must not hold real personal data. */
  readonly testdatenbank: boolean;
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
}

/** A file as an answer: bytes and the name under which it is saved. */
export interface FileAnswer {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Media type where one operation answers in several formats; else the endpoint's. */
  readonly type?: string;
  /** Shown in a tab of the browser, to be printed from there; else saved. */
  readonly inline?: true;
}

/** One call as a handler receives it. */
export type Call<E extends Endpoint> = Received<E> & {
  /** An open endpoint has none: sign-in waits for its password check and must not hold a connection meanwhile. */
  readonly tx: E['ability'] extends 'offen' ? undefined : Tx;
  readonly actor: E['ability'] extends 'offen' ? undefined : Actor;
  readonly deps: Deps;
  readonly session: Session;
  readonly upload: E['upload'] extends number ? Buffer : undefined;
};

export type Handler<E extends Endpoint> = (
  call: Call<E>,
) => Promise<E['file'] extends string ? FileAnswer : Answer<E>>;
export type Handlers<C extends Contract> = { readonly [K in keyof C]: Handler<C[K]> };

/** Which roles hold an ability at all; everything not listed is no. */
export type Abilities = Readonly<Record<string, readonly RolleName[] | 'angemeldet' | 'offen'>>;

export interface HttpOptions {
  readonly contract: Contract;
  readonly handlers: Readonly<Record<string, (call: never) => Promise<unknown>>>;
  readonly abilities: Abilities;
  /** Fails closed: an answer with names leaves only when the read was recorded. */
  readonly isRecorded: (tx: Tx) => boolean;
  readonly deps: Deps;
}

/** Turns the contract list into routes: session, ability, validation, idempotency, problem documents. */
export function createHttp(options: HttpOptions): Hono {
  const app = new Hono();
  for (const [name, endpoint] of Object.entries(options.contract)) {
    const handler = options.handlers[name];
    if (!handler) throw new Error(`no handler for ${name}`);
    const path = `/api${endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    app.on(endpoint.method, path, (c) => serve(c, endpoint, handler, options));
  }
  app.all('/api/*', (c) => toProblem(c, notFound(), options.deps));
  return app;
}

async function serve(
  c: Context,
  endpoint: Endpoint,
  handler: (call: never) => Promise<unknown>,
  options: HttpOptions,
): Promise<Response> {
  const { deps } = options;
  try {
    guardOrigin(c, endpoint, deps.config);
    const session = sessionOf(c, deps.config);
    if (endpoint.upload !== undefined) await admitUpload(c, endpoint, session, options);
    const parts = await parseParts(c, endpoint);
    const run = async (tx: Tx, actor: Actor): Promise<Response> => {
      requireAbility(endpoint, options.abilities, actor, parts);
      requireBestaetigung(endpoint, actor, deps.now());
      const answer = await answerOnce(c, endpoint, { tx, actor, deps, session, ...parts }, handler);
      if (endpoint.reveals === 'person' && !options.isRecorded(tx))
        throw new Error('person read without record');
      return respond(c, endpoint, answer);
    };
    if (endpoint.ability === 'offen') {
      // The call was checked against the contract; the handler's own type is erased in the route table.
      return respond(c, endpoint, await handler({ deps, session, ...parts } as never));
    }
    const response = await deps.db.asSession(
      session.pruefwert,
      {
        zweck: endpoint.zweck,
        zweckKreis: kreisOf(parts),
        adresse: session.adresse,
        eager: isEager(endpoint),
      },
      run,
    );
    if (!response) throw new Refusal('anmeldung-noetig', 401);
    return response;
  } catch (error) {
    return toProblem(c, error, deps);
  }
}

/** Reads, and writes to cases, touch nothing but the database. */
function isEager(endpoint: Endpoint): boolean {
  return (
    endpoint.upload === undefined &&
    (endpoint.method === 'GET' ||
      endpoint.liest === true ||
      (endpoint.reveals === 'fall' && endpoint.zweck === undefined))
  );
}

/** A large body is read only from those who may send it. */
async function admitUpload(
  c: Context,
  endpoint: Endpoint,
  session: Session,
  { deps, abilities }: HttpOptions,
): Promise<void> {
  const known = await deps.db.asSession(session.pruefwert, { adresse: session.adresse }, async (_tx, actor) => {
    requireAbility(endpoint, abilities, actor, { params: c.req.param() });
    return true;
  });
  if (!known) throw new Refusal('anmeldung-noetig', 401);
}

function kreisOf(parts: { params?: unknown }): string | undefined {
  const { params } = parts;
  if (typeof params === 'object' && params !== null && 'kreisId' in params) return String(params.kreisId);
  return undefined;
}

function requireAbility(
  endpoint: Endpoint,
  abilities: Abilities,
  actor: Actor,
  parts: { params?: unknown },
): void {
  const allowed = abilities[endpoint.ability];
  if (!allowed || allowed === 'offen') throw notFound();
  if (allowed === 'angemeldet') return;
  // Without the role in this very Kreis the path does not exist for the actor.
  if (!hasRolle(actor, allowed, kreisOf(parts))) throw notFound();
}

/** Minutes for which a proof of identity is fresh. */
const bestaetigtMinutes = 10;

function requireBestaetigung(endpoint: Endpoint, actor: Actor, now: Date): void {
  if (endpoint.bestaetigt !== true) return;
  if (now.getTime() - actor.bestaetigtAm.getTime() > bestaetigtMinutes * 60_000)
    throw new Refusal('bestaetigung-noetig', 403);
}

function respond(c: Context, endpoint: Endpoint, answer: unknown): Response {
  c.header('Cache-Control', 'no-store');
  if (endpoint.file) {
    const file = answer as FileAnswer;
    c.header('Content-Type', file.type ?? endpoint.file);
    c.header(
      'Content-Disposition',
      `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    );
    return c.body(Uint8Array.from(file.bytes).buffer);
  }
  if (answer === undefined) return c.body(null, 204);
  const status = endpoint.status === 201 || endpoint.status === 202 ? endpoint.status : 200;
  return c.body(JSON.stringify(answer), status, { 'Content-Type': 'application/json' });
}
