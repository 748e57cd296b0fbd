import { Hono, type Context } from 'hono';
import type { Answer, Contract, Endpoint, Received } from '#src/platform/contract.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import { hasRolle, type Actor, type RolleName } from './actor.ts';
import type { Config } from './config.ts';
import type { Database, Tx } from './db.ts';
import { filePolicy } from './headers.ts';
import { answerOnce } from './idempotency.ts';
import type { Limits } from './limits.ts';
import { toProblem } from './problem.ts';
import type { Schluessel } from './schluessel.ts';
import { parseParts, type Parts } from './parse-parts.ts';
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
  /** How much one account and one address may ask for; the usual limits when absent. */
  readonly limits?: Limits;
  /** The brake on reading many persons of others; the usual one when absent. */
  readonly menge?: Menge;
}

/** What marks a file that leaves: its number, and the line with number, account and time. */
export interface Vermerk {
  readonly nummer: string;
  readonly text: string;
}

/** A file as an answer: bytes and the name under which it is saved. */
export interface FileAnswer {
  readonly name: string;
  /** Or how they are made once the mark is known that has to stand in the file. */
  readonly bytes: Uint8Array | ((vermerk: Vermerk) => Uint8Array | Promise<Uint8Array>);
  /** Media type where one operation answers in several formats; else the endpoint's. */
  readonly type?: string;
  /** Shown in a tab of the browser, to be printed from there; else saved. */
  readonly inline?: true;
  /** The number stands in the name, because the format has no room for a mark that programs would not read as data. */
  readonly numbered?: true;
}

/** A file as it leaves. */
export type WrittenFile = FileAnswer & { readonly bytes: Uint8Array };

/** A file that is about to leave, and who asked for it. */
export interface Outgoing {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly parts: Parts;
  readonly now: Date;
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
  /** Fails closed: numbers a file, lets it be written and records it in the same transaction. */
  readonly recordFile: (outgoing: Outgoing, answer: FileAnswer) => Promise<WrittenFile>;
  readonly limits: Limits;
  /** The brake on reading many persons of others; asked before an operation that shows names. */
  readonly menge?: Menge;
  readonly deps: Deps;
}

/** Counts what accounts read; never in the way of one's own cases. */
export interface Menge {
  /** Runs what shows names; refuses an answer that would go beyond the portion of the account. */
  around<T>(tx: Tx, actor: Actor, kreisId: string | undefined, run: () => Promise<T>): Promise<T>;
  /** The account asked for a case that does not exist for it. */
  missed(actor: Actor, kreisId: string | undefined): void;
}

/** Turns the contract list into routes: session, ability, validation, idempotency, problem documents. */
export function createHttp(options: HttpOptions): Hono {
  const app = new Hono();
  for (const [name, endpoint] of Object.entries(options.contract)) {
    const handler = options.handlers[name];
    if (!handler) throw new Error(`no handler for ${name}`);
    const path = `/api${endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    app.on(endpoint.method, path, (c) => serve(c, { name, endpoint }, handler, options));
  }
  app.all('/api/*', (c) => toProblem(c, notFound(), options.deps));
  return app;
}

async function serve(
  c: Context,
  { name, endpoint }: { readonly name: string; readonly endpoint: Endpoint },
  handler: (call: never) => Promise<unknown>,
  options: HttpOptions,
): Promise<Response> {
  const { deps, limits } = options;
  try {
    guardOrigin(c, endpoint, deps.config);
    const session = sessionOf(c, deps.config);
    if (endpoint.ability === 'offen') limits.take('adresse', session.adresse, deps.now());
    if (endpoint.upload !== undefined) await admitUpload(c, endpoint, session, options);
    const parts = await parseParts(c, endpoint);
    const run = async (tx: Tx, actor: Actor): Promise<() => Response> => {
      limits.take('konto', actor.kontoId, deps.now());
      requireAbility(endpoint, options.abilities, actor, parts);
      requireBestaetigung(endpoint, actor, deps.now());
      if (endpoint.file) limits.take(endpoint.limit ?? 'ausgabe', actor.kontoId, deps.now());
      const { menge } = options;
      const call = { tx, actor, deps, session, ...parts };
      const operate = () =>
        answerOnce(c, endpoint, call, handler).catch((error: unknown) => {
          if (isMissingFall(endpoint, error)) menge?.missed(actor, kreisOf(parts));
          throw error;
        });
      const answer =
        endpoint.reveals === 'person' && menge
          ? await menge.around(tx, actor, kreisOf(parts), operate)
          : await operate();
      if (endpoint.reveals === 'person' && !options.isRecorded(tx))
        throw new Error('person read without record');
      if (!endpoint.file) return () => respond(c, endpoint, answer);
      const outgoing = { name, endpoint, tx, actor, parts, now: deps.now() };
      // The contract says that this answer is a file; the handler's own type is erased in the route table.
      const written = await options.recordFile(outgoing, answer as FileAnswer);
      return () => sendFile(c, endpoint, written);
    };
    if (endpoint.ability === 'offen') {
      // The call was checked against the contract; the handler's own type is erased in the route table.
      const answer = await handler({ deps, session, ...parts } as never);
      // What needs no session (a calendar subscription) has no account that took it and is not numbered.
      return endpoint.file ? sendFile(c, endpoint, answer as WrittenFile) : respond(c, endpoint, answer);
    }
    // Written only after the commit, so that a late failure leaves no trace of the answer in the headers.
    const send = await deps.db.asSession(
      session.pruefwert,
      {
        zweck: endpoint.zweck,
        zweckKreis: kreisOf(parts),
        adresse: session.adresse,
        eager: isEager(endpoint),
      },
      run,
    );
    if (!send) {
      limits.take('adresse', session.adresse, deps.now());
      throw new Refusal('anmeldung-noetig', 401);
    }
    return send();
  } catch (error) {
    return toProblem(c, error, deps);
  }
}

/** A case that does not exist for whoever asked: one is a stale link, many are a search. */
function isMissingFall(endpoint: Endpoint, error: unknown): boolean {
  return error instanceof Refusal && error.status === 404 && endpoint.path.includes('{fallId}');
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
  { deps, abilities, limits }: HttpOptions,
): Promise<void> {
  const known = await deps.db.asSession(
    session.pruefwert,
    { adresse: session.adresse },
    async (_tx, actor) => {
      requireAbility(endpoint, abilities, actor, { params: c.req.param() });
      limits.take('upload', actor.kontoId, deps.now());
      return true;
    },
  );
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

function sendFile(c: Context, endpoint: Endpoint, file: WrittenFile): Response {
  c.header('Cache-Control', 'no-store');
  c.header('Content-Type', file.type ?? endpoint.file ?? 'application/octet-stream');
  if (!file.inline) c.header('Content-Security-Policy', filePolicy);
  c.header(
    'Content-Disposition',
    `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(file.name)}`,
  );
  return c.body(Uint8Array.from(file.bytes).buffer);
}

/** As RFC 8187 writes a name: what encodeURIComponent leaves and the header does not allow is encoded, too. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function respond(c: Context, endpoint: Endpoint, answer: unknown): Response {
  c.header('Cache-Control', 'no-store');
  if (answer === undefined) return c.body(null, 204);
  const status = endpoint.status === 201 || endpoint.status === 202 ? endpoint.status : 200;
  return c.body(JSON.stringify(answer), status, { 'Content-Type': 'application/json' });
}
