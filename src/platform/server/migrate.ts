import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Client, ClientConfig } from 'pg';
import { createDatabase, databaseExists, withClient } from './database-admin.ts';

/** Which database to bring up to date; the folder is `db` unless a test says otherwise. */
export interface MigrateOptions {
  database: string;
  dbDir?: string;
  /** The last migration to run; a restored backup needs the state it was made in. */
  upTo?: number;
}

interface Migration {
  nummer: number;
  name: string;
  hash: string;
  sql: string;
}

const ownDbDir = fileURLToPath(new URL('../../../db', import.meta.url));
const lockKey = 7_104_201;

/**
 * Creates roles, database and extensions as the administrator, then runs the migrations that are new,
 * each in one transaction, as lotse_owner. Returns the names of those that ran.
 */
export async function migrate(admin: ClientConfig, options: MigrateOptions): Promise<string[]> {
  const dbDir = options.dbDir ?? ownDbDir;
  const all = await readMigrations(join(dbDir, 'migrations'));
  const migrations = all.filter(({ nummer }) => nummer <= (options.upTo ?? Infinity));
  const roles = join(dbDir, 'roles.sql');
  if (!(await databaseExists(admin, options.database))) {
    await withClient({ ...admin, database: 'postgres' }, (client) => runFile(client, roles));
    await createDatabase(admin, options.database);
  }
  return withClient({ ...admin, database: options.database }, async (client) => {
    // Two processes that start at once: the second waits and finds everything done.
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await runFile(client, roles);
    await runFile(client, join(dbDir, 'extensions.sql'));
    await client.query('set role lotse_owner');
    return runMigrations(client, migrations);
  });
}

async function runMigrations(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query(`create table if not exists migration (
    nummer int primary key, name text not null, hash text not null, am timestamptz not null default now())`);
  const { rows } = await client.query<{ nummer: number; name: string; hash: string }>(
    'select nummer, name, hash from migration order by nummer',
  );
  for (const done of rows) checkUnchanged(done, migrations);
  const last = rows.at(-1)?.nummer ?? 0;
  const pending = migrations.filter(({ nummer }) => !rows.some((done) => done.nummer === nummer));
  for (const migration of pending) {
    if (migration.nummer < last)
      throw new Error(`Migration ${migration.name} comes before one that has run already.`);
    await runMigration(client, migration);
  }
  return pending.map(({ name }) => name);
}

async function runMigration(client: Client, { nummer, name, hash, sql }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (nummer, name, hash) values ($1, $2, $3)', [
      nummer,
      name,
      hash,
    ]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`Migration ${name}${describe(cause, sql)}`, { cause });
  }
}

function checkUnchanged(done: { name: string; hash: string; nummer: number }, migrations: Migration[]): void {
  const now = migrations.find(({ nummer }) => nummer === done.nummer);
  if (!now) throw new Error(`Migration ${done.name} has run on this database but its file is missing.`);
  if (now.hash !== done.hash) {
    throw new Error(`Migration ${now.name} was changed after it ran. Write a new migration instead.`);
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)));
  for (const [index, { nummer, name }] of migrations.entries()) {
    if (nummer !== index + 1)
      throw new Error(`Migrations are numbered without gap or repeat; ${name} is not.`);
  }
  return migrations;
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  const nummer = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1];
  if (nummer === undefined) throw new Error(`Migration ${file} is not named NNNN_name.sql.`);
  const sql = await readFile(join(folder, file), 'utf8');
  const hash = createHash('sha256').update(sql).digest('hex');
  return { nummer: Number(nummer), name: file.replace(/\.sql$/, ''), hash, sql };
}

async function runFile(client: Client, file: string): Promise<void> {
  if (!existsSync(file)) return;
  const sql = await readFile(file, 'utf8');
  try {
    await client.query(sql);
  } catch (cause) {
    throw new Error(`${file}${describe(cause, sql)}`, { cause });
  }
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError)) return `: ${String(error)}`;
  const line = error.position ? sql.slice(0, Number(error.position)).split('\n').length : undefined;
  return `${line === undefined ? '' : `, line ${line}`}: ${error.message}${error.detail ? ` (${error.detail})` : ''}`;
}
