import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseExists, withClient } from '../database-admin.ts';
import { findPostmaster } from './postmaster.ts';
import { startPostgres } from './supervisor.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotse-supervisor-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a server starts, is found by a second caller, stops, and keeps its data', async () => {
  const dataDir = join(folder, 'pg');
  const first = await startPostgres({ dataDir, test: true });
  const admin = first.connection('lotse_admin', 'postgres');
  await withClient(admin, (client) => client.query('create table bleibt (a int)'));
  const second = await startPostgres({ dataDir, test: true });
  expect([first.adopted, second.adopted]).toEqual([false, true]);
  expect(second.socketDir).toBe(first.socketDir);
  await first.stop();
  // Whoever started it: a server that somebody still uses goes on.
  await withClient(second.connection('lotse_admin', 'postgres'), (client) => client.query('select 1'));
  await second.stop();
  expect(findPostmaster(dataDir)).toBeUndefined();

  const again = await startPostgres({ dataDir, test: true });
  const { rowCount } = await withClient({ connectionString: again.adminUrl('postgres') }, (client) =>
    client.query("select from pg_tables where tablename = 'bleibt'"),
  );
  expect(rowCount).toBe(1);
  expect(await databaseExists(again.connection('lotse_admin', 'postgres'), 'fehlt')).toBe(false);
  await again.stop();
});

test('a server that cannot start says why', async () => {
  await expect(startPostgres({ dataDir: join(folder, 'x'), binDir: '/nowhere' })).rejects.toThrow(
    /No PostgreSQL/,
  );
});
