import { hkdfSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { ClientConfig } from 'pg';
import type { Config } from '#src/platform/server/config.ts';
import { openDatabase, openOwner, type Database, type Owner } from '#src/platform/server/db.ts';
import { loadHauptschluessel } from '#src/platform/server/hauptschluessel.ts';
import { migrate } from '#src/platform/server/migrate.ts';
import { startPostgres } from '#src/platform/server/postgres/supervisor.ts';
import { openSchluessel, type Schluessel } from '#src/platform/server/schluessel.ts';

/** A running installation: database (own or outside), keys, and the two doors to the data. */
export interface Installation {
  readonly config: Config;
  readonly db: Database;
  readonly owner: Owner;
  readonly schluessel: Schluessel;
  /** True when the trial database of the package is used instead of an outside server. */
  readonly testdatenbank: boolean;
  readonly now: () => Date;
  close(): Promise<void>;
}

const databaseName = 'lotse';

/** Starts or finds the database, brings it up to date and opens it. */
export async function openInstallation(config: Config): Promise<Installation> {
  mkdirSync(config.datenDir, { recursive: true, mode: 0o755 });
  const server = config.databaseUrl === undefined ? await embedded(config) : outside(config.databaseUrl);
  try {
    await migrate(server.admin, { database: server.database });
    const { owner, close: closeOwner } = openOwner({ ...server.admin, database: server.database });
    const masterKey = await loadHauptschluessel(config.hauptschluessel, () => hasSealedData(owner));
    const app = await appConnection(server, owner, masterKey);
    const db = openDatabase(app);
    return {
      config,
      db,
      owner,
      schluessel: openSchluessel(masterKey),
      testdatenbank: config.databaseUrl === undefined,
      now: () => new Date(),
      close: async () => {
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

interface Server {
  readonly admin: ClientConfig;
  readonly database: string;
  /** Undefined: log in as lotse_app with a password. */
  readonly app: ClientConfig | undefined;
  stop(): Promise<void>;
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

/** An outside server knows lotse_app by a password that follows from the master key and is stored nowhere. */
async function appConnection(server: Server, owner: Owner, masterKey: Buffer): Promise<ClientConfig> {
  if (server.app) return server.app;
  const password = Buffer.from(hkdfSync('sha256', masterKey, server.database, 'lotse_app', 24)).toString(
    'base64url',
  );
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
