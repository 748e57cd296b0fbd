import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { createApp } from '#src/app/server/app.ts';
import { serveStatic } from '#src/app/server/static.ts';
import { seedDemo } from '#src/demo/server/seed-demo.ts';
import type { Config } from '#src/platform/server/config.ts';
import { cloneDatabase, dropDatabase } from '#src/platform/server/database-admin.ts';
import { openDatabase, openOwner, type Owner } from '#src/platform/server/db.ts';
import { noLimits } from '#src/platform/server/limits.ts';
import { openSchluessel } from '#src/platform/server/schluessel.ts';
import { getTestCluster, templateDatabase } from '#test/support/cluster.ts';

/** A running Lotse with the demo Kreise: what a person finds after the first start. */
export interface Installation {
  readonly url: string;
  /** Lines that the server would have written to its log. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  /** The administrator's door: accounts and sessions that a story needs. */
  readonly owner: Owner;
  /** Stops the clock of the server at a moment, or lets it run again. */
  setClock(moment: Date | undefined): void;
  /** Tables in which a text stands, as text or as the bytes of a binary value; a dump would hold it as well. */
  findInTables(text: string): Promise<string[]>;
  close(): Promise<void>;
}

const demoDatabase = 'lotse_demo';
// The demo is seeded once and its sealed texts are read by every worker: all of them need the same key.
const masterKey = Buffer.alloc(32, 'journeys');
const pages = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Puts the demo Kreise into a database that the workers copy. */
export async function createDemoTemplate(): Promise<void> {
  const { db, owner, close } = await openCopy(templateDatabase, demoDatabase);
  await seedDemo({ db, owner, schluessel: openSchluessel(masterKey), now: () => new Date() });
  await close();
}

/** The real server over a copy of the demo, on a free port. */
export async function startInstallation(): Promise<Installation> {
  const { name, db, owner, close } = await openCopy(
    demoDatabase,
    `journey_${randomUUID().replaceAll('-', '').slice(0, 16)}`,
  );
  const log: Readonly<Record<string, unknown>>[] = [];
  let clock: Date | undefined;
  const config: Config = {
    port: 0,
    datenDir: '/nonexistent',
    databaseUrl: undefined,
    demo: true,
    url: 'http://localhost',
    mail: undefined,
    hauptschluessel: { kind: 'value', value: masterKey },
  };
  const app = createApp({
    db,
    schluessel: openSchluessel(masterKey),
    config,
    now: () => clock ?? new Date(),
    testdatenbank: true,
    log: (line) => log.push(line),
    limits: noLimits,
  });
  serveStatic(app, pages);
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
        resolve({ server: started, port: info.port }),
      );
    },
  );
  // Passkeys hold for the public address alone, and the port is known only now.
  config.url = `http://localhost:${port}`;
  return {
    url: config.url,
    log,
    owner,
    setClock: (moment) => {
      clock = moment;
    },
    findInTables: (text) => findInTables(owner, text),
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await close();
      await dropDatabase(adminConnection(), name);
    },
  };
}

async function findInTables(owner: Owner, text: string): Promise<string[]> {
  return owner(async (tx) => {
    await tx.run(sql`set local role none`);
    const tables = await tx.all(sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`);
    const hex = Buffer.from(text).toString('hex');
    const found: string[] = [];
    for (const { name } of tables) {
      const hit = await tx.first(sql`
        select 1 from ${sql.table(name)} r
        where position(lower(${text}) in lower(r::text)) > 0 or position(${hex} in r::text) > 0 limit 1`);
      if (hit) found.push(name);
    }
    return found;
  });
}

async function openCopy(template: string, name: string) {
  const cluster = getTestCluster();
  await cloneDatabase(adminConnection(), template, name);
  const db = openDatabase({ ...cluster, user: 'lotse_app', database: name });
  const admin = openOwner({ ...cluster, user: 'lotse_admin', database: name });
  return {
    name,
    db,
    owner: admin.owner,
    close: async () => {
      await db.close();
      await admin.close();
    },
  };
}

function adminConnection() {
  return { ...getTestCluster(), user: 'lotse_admin', database: 'postgres' };
}
