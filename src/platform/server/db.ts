import { createHash } from 'node:crypto';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Compilable,
  type RawBuilder,
} from 'kysely';
import { Pool, types, type ClientConfig, type PoolClient, type QueryResult } from 'pg';
import type { DB } from '#db/types.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Actor } from './actor.ts';
import { enter, rememberActors, StaleActor } from './enter.ts';
import { gather, handled } from './pipeline.ts';

// A date is a day, never a local midnight; counts are numbers.
types.setTypeParser(1082, (text) => text);
types.setTypeParser(20, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('bigint too large for a number');
  return value;
});

/** Builds queries; knows the schema, has no connection. Run what it builds with a `Tx`. */
const q = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

type Query<R> = Compilable<R> | RawBuilder<R>;

/** One open transaction in which the database already knows who acts. */
export interface Tx {
  /** All rows. */
  all<R>(query: Query<R>): Promise<R[]>;
  /** The first row, or undefined. */
  first<R>(query: Query<R>): Promise<R | undefined>;
  /** Exactly one row; anything else is a programming error. */
  one<R>(query: Query<R>): Promise<R>;
  /** Number of rows changed. */
  run(query: Query<unknown>): Promise<number>;
  /** Sends a write whose result nobody waits for; when it fails, the transaction fails at its end. */
  send(query: Query<unknown>): void;
  /** All rows of the last query of a read; the commit travels with it, so nothing may follow. */
  last<R>(query: Query<R>): Promise<R[]>;
  /** Switches to a narrower role for the rest of `body` (counting, sign-in). */
  as<T>(role: 'lotse_zaehler' | 'lotse_anmeldung', body: () => Promise<T>): Promise<T>;
  /** The raw client, for what is no query of the application. */
  readonly client: PoolClient;
}

const statementNames = new Map<string, string>();

/** Names a statement once so that each connection plans it once; beyond 500 texts it stays unnamed. */
function statementName(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known) return known;
  if (statementNames.size >= 500) return undefined;
  const name = createHash('sha1').update(text).digest('base64url').slice(0, 20);
  statementNames.set(text, name);
  return name;
}

/** What is under way in a transaction besides the query that is waited for. */
interface Underway {
  /** Writes that were sent and not waited for; rejects with the first failure. */
  sent: Promise<unknown>;
  /** The commit, when the last read took it along. */
  commit: Promise<QueryResult> | undefined;
  /** Rejects when the transaction was begun for somebody who is no longer the same; nothing is written before. */
  checked: Promise<unknown>;
}

/** Wraps a client whose transaction is open. */
function openTx(client: PoolClient, underway: Underway): Tx {
  async function execute<R>(query: Query<R>): Promise<{ rows: R[]; count: number }> {
    const compiled = query.compile(q);
    const name = statementName(compiled.sql);
    gather(client);
    const result = await client.query<Record<string, unknown>>({
      text: compiled.sql,
      values: [...compiled.parameters],
      ...(name ? { name } : {}),
    });
    // The one place where rows of the driver become typed rows.
    return { rows: result.rows as R[], count: result.rowCount ?? 0 };
  }
  return {
    client,
    send: (query) => {
      underway.sent = handled(Promise.all([underway.sent, execute(query)]));
    },
    last: async (query) => {
      const answer = execute(query);
      underway.commit = handled(client.query('commit'));
      return (await answer).rows;
    },
    all: async (query) => (await execute(query)).rows,
    first: async (query) => (await execute(query)).rows[0],
    one: async (query) => {
      const { rows } = await execute(query);
      const [row] = rows;
      if (row === undefined || rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
      return row;
    },
    run: async (query) => (await execute(query)).count,
    as: async (role, body) => {
      await client.query(`set local role ${role}; set local plan_cache_mode = auto`);
      try {
        return await body();
      } finally {
        // After an error the transaction is aborted and will be rolled back, which resets the role as well.
        await client.query('set local role none').catch(() => undefined);
      }
    },
  };
}

export interface EnterOptions {
  readonly zweck?: 'uebernahme' | 'uebergabe' | undefined;
  readonly zweckKreis?: string | undefined;
  /** Network address from which the request came; stands in the protocol. */
  readonly adresse?: string;
  /**
   * Begins with the actor as the last request of the session knew it, so that the first query travels with the check of
   * the session, and again from the start when the check says otherwise. Only for bodies that touch the database alone.
   */
  readonly eager?: boolean;
}

export interface Database {
  /** Opens a transaction for the account of a session (SHA-256 hex of the token); undefined: no valid session. */
  asSession<T>(
    pruefwert: string,
    options: EnterOptions,
    body: (tx: Tx, actor: Actor) => Promise<T>,
  ): Promise<T | undefined>;
  /** Opens a transaction for a known account (command line, jobs). */
  asKonto<T>(
    konto: Pick<Actor, 'kreisId' | 'kontoId'>,
    options: EnterOptions,
    body: (tx: Tx) => Promise<T>,
  ): Promise<T>;
  /**
   * Opens a transaction that sees nothing but public ground data; sign-in starts here. `adresse`: network address from
   * which the request came, for what stands in the protocol afterwards.
   */
  asNobody<T>(body: (tx: Tx) => Promise<T>, adresse?: string): Promise<T>;
  close(): Promise<void>;
}

/** A session that does nothing for so long is over. */
export const idleMinutes = 30;

/**
 * The runtime's only door to the database; logs in as lotse_app. Queries that need not wait for each other share a trip
 * (pipeline), which excludes COPY on these connections.
 */
export function openDatabase(connection: ClientConfig, idle = idleMinutes, max = 10): Database {
  const pool = new Pool({ ...connection, max, connectionTimeoutMillis: 5_000, pipeline: true });
  // Without a handler a restart of the server would end this process.
  pool.on('error', () => undefined);
  const actors = rememberActors();

  return {
    asSession: async (pruefwert, options, body) => {
      const { zweck = '', zweckKreis = '', adresse = '' } = options;
      const frage = [pruefwert, idle, zweck, zweckKreis, adresse] as const;
      const known = options.eager === true ? actors.get(pruefwert) : undefined;
      if (known) {
        try {
          return await transact(pool, (client, underway) => {
            underway.checked = handled(enter(client, frage).then((now) => known.stillIs(now)));
            return body(openTx(client, underway), known.actor);
          });
        } catch (error) {
          if (!(error instanceof StaleActor)) throw error;
        }
      }
      return transact(pool, async (client, underway) => {
        const actor = actors.set(pruefwert, await enter(client, frage));
        return actor && body(openTx(client, underway), actor);
      });
    },
    asKonto: (konto, options, body) =>
      transact(pool, async (client, underway) => {
        await client.query('begin');
        await client.query('select app_scope($1, $2, $3, $4)', [
          konto.kreisId,
          konto.kontoId,
          options.zweck ?? '',
          options.zweckKreis ?? '',
        ]);
        return body(openTx(client, underway));
      }),
    asNobody: (body, adresse = '') =>
      transact(pool, async (client, underway) => {
        await client.query('begin');
        if (adresse !== '') await client.query("select set_config('app.adresse', $1, true)", [adresse]);
        return body(openTx(client, underway));
      }),
    close: () => pool.end(),
  };
}

export interface Owner {
  /** Runs in a transaction as lotse_owner: ground data, accounts, migrations of data. Never serves a request. */
  <T>(body: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The administrator's door, for the command line and the first start. */
export function openOwner(connection: ClientConfig): { owner: Owner; close: () => Promise<void> } {
  const pool = new Pool({
    ...connection,
    max: 2,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 1_000,
    pipeline: true,
  });
  pool.on('error', () => undefined);
  return {
    owner: (body) =>
      transact(pool, async (client, underway) => {
        await client.query('begin');
        await client.query('set local role lotse_owner');
        return body(openTx(client, underway));
      }),
    close: () => pool.end(),
  };
}

/** The database went away under an open transaction, whatever the driver calls it; SQLSTATE 08006. */
class ConnectionLost extends Error {
  readonly code = '08006';

  constructor(cause: unknown) {
    super('connection lost', { cause });
  }
}

async function transact<T>(
  pool: Pool,
  body: (client: PoolClient, underway: Underway) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const nothing = Promise.resolve();
  const underway: Underway = { sent: nothing, commit: undefined, checked: nothing };
  let broken = false;
  const onError = () => {
    broken = true;
  };
  client.on('error', onError);
  try {
    const result = await body(client, underway);
    await underway.checked;
    const [, ended] = await Promise.all([underway.sent, underway.commit ?? client.query('commit')]);
    // After a failure that somebody swallowed, PostgreSQL answers a commit with a rollback and no error.
    if (ended.command !== 'COMMIT') throw new Error('the transaction was rolled back');
    return result;
  } catch (error) {
    // What failed unseen makes every later query fail; its own failure says more.
    const cause: unknown = await Promise.all([underway.checked, underway.sent]).then(
      () => error,
      (first: unknown) => first,
    );
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw broken && !(cause instanceof Refusal) ? new ConnectionLost(cause) : cause;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
