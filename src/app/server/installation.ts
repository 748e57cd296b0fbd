import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { ClientConfig } from 'pg';
import type { Config } from '#src/platform/server/config.ts';
import { openDatabase, openOwner, type Database, type Owner } from '#src/platform/server/db.ts';
import { loadHauptschluessel, type Ring } from '#src/platform/server/hauptschluessel.ts';
import { migrate } from '#src/platform/server/migrate.ts';
import { startPostgres } from '#src/platform/server/postgres/supervisor.ts';
import { openSchluessel, type Schluessel } from '#src/platform/server/schluessel.ts';
import { ensureWurzeln, readWurzeln } from '#src/platform/server/wurzel.ts';

/** A running installation: database (own or outside), keys, and the two doors to the data. */
export interface Installation {
  readonly config: Config;
  readonly db: Database;
  readonly owner: Owner;
  readonly schluessel: Schluessel;
  /** The master keys at hand. */
  readonly ring: Ring;
  /** The administrator's connection to this database; backups and the exchange of keys need every row. */
  readonly admin: ClientConfig;
  /** True when the trial database of the package is used instead of an outside server. */
  readonly testdatenbank: boolean;
  readonly now: () => Date;
  close(): Promise<void>;
}

const databaseName = 'lotse';
/** So often a running server looks for keys that were exchanged; new roots hold only after twice that time. */
const KEYS_EVERY_MS = 60_000;

/** Starts or finds the database, brings it up to date and opens it. */
export async function openInstallation(config: Config): Promise<Installation> {
  mkdirSync(config.datenDir, { recursive: true, mode: 0o755 });
  const server = await findServer(config);
  try {
    await migrate(server.admin, { database: server.database });
    const { owner, close: closeOwner } = openOwner({ ...server.admin, database: server.database });
    const ring = await loadHauptschluessel(config.hauptschluessel, () => hasSealedData(owner));
    let wurzeln = await ensureWurzeln(owner, ring);
    const schluessel = openSchluessel(ring, () => wurzeln);
    const db = openDatabase(await appConnection(server, owner, schluessel));
    const lookForKeys = async () => {
      ring.reload();
      wurzeln = await owner((tx) => readWurzeln(tx, ring));
    };
    // What is known goes on working when the database or the source of the key is away.
    const timer = setInterval(() => void lookForKeys().catch(() => undefined), KEYS_EVERY_MS).unref();
    return {
      config,
      db,
      owner,
      schluessel,
      ring,
      admin: { ...server.admin, database: server.database },
      testdatenbank: config.databaseUrl === undefined,
      now: () => new Date(),
      close: async () => {
        clearInterval(timer);
        await db.close();
        await closeOwner();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Where the data lie: the administrator's door of a server, its own or an outside one. */
export interface Server {
  readonly admin: ClientConfig;
  readonly database: string;
  /** Undefined: log in as lotse_app with a password. */
  readonly app: ClientConfig | undefined;
  stop(): Promise<void>;
}

/** Starts the own server or takes the outside one; creates nothing in it. */
export async function findServer(config: Config): Promise<Server> {
  return config.databaseUrl === undefined ? embedded(config) : outside(config.databaseUrl);
}

async function embedded(config: Config): Promise<Server> {
  const postgres = await startPostgres({ dataDir: join(config.datenDir, 'postgres') });
  return {
    admin: postgres.connection('lotse_admin', 'postgres'),
    database: databaseName,
    app: postgres.connection('lotse_app', databaseName),
    stop: () => postgres.stop(),
  };
}

function outside(databaseUrl: string): Server {
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || databaseName;
  return { admin: { connectionString: databaseUrl }, database, app: undefined, stop: async () => undefined };
}

/** An outside server knows lotse_app by a password that follows from the first root key and is stored nowhere. */
async function appConnection(server: Server, owner: Owner, schluessel: Schluessel): Promise<ClientConfig> {
  if (server.app) return server.app;
  const password = schluessel
    .deriveFixed(`lotse_app:${server.database}`)
    .subarray(0, 24)
    .toString('base64url');
  await owner(async (tx) => {
    await tx.client.query('reset role');
    await tx.run(sql.raw(`alter role lotse_app password '${password}'`));
  });
  const url = new URL(String(server.admin.connectionString));
  url.username = 'lotse_app';
  url.password = password;
  return { connectionString: url.toString() };
}

async function hasSealedData(owner: Owner): Promise<boolean> {
  const row = await owner((tx) => tx.first(sql`select 1 from traeger_schluessel limit 1`));
  return row !== undefined;
}
