import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { getTestCluster } from '#test/support/cluster.ts';
import { dropDatabase, withClient } from './database-admin.ts';
import { migrate } from './migrate.ts';

const admin = { ...getTestCluster(), user: 'lotse_admin', database: 'postgres' };
const database = 'lotse_migrate_test';
let dbDir: string;

beforeEach(async () => {
  dbDir = await mkdtemp(join(tmpdir(), 'lotse-migrate-'));
  for (const file of ['roles.sql', 'extensions.sql']) {
    await cp(new URL(`../../../db/${file}`, import.meta.url), join(dbDir, file));
  }
  await write('0001_eins.sql', 'create table eins (a int);');
});
afterEach(async () => {
  await dropDatabase(admin, database);
  await rm(dbDir, { recursive: true, force: true });
});

async function write(file: string, sql: string): Promise<void> {
  await mkdir(join(dbDir, 'migrations'), { recursive: true });
  await writeFile(join(dbDir, 'migrations', file), sql);
}

test('each migration runs once, as lotse_owner', async () => {
  expect(await migrate(admin, { database, dbDir })).toEqual(['0001_eins']);
  await write('0002_zwei.sql', 'create table zwei (a int);');
  expect(await migrate(admin, { database, dbDir })).toEqual(['0002_zwei']);
  expect(await migrate(admin, { database, dbDir })).toEqual([]);
  const { rows } = await withClient({ ...admin, database }, (client) =>
    client.query("select distinct tableowner from pg_tables where schemaname = 'public'"),
  );
  expect(rows).toEqual([{ tableowner: 'lotse_owner' }]);
});

test('two processes at once: one migrates, the other waits', async () => {
  await migrate(admin, { database, dbDir });
  await write('0002_zwei.sql', 'create table zwei (a int); select pg_sleep(0.2);');
  const both = await Promise.all([migrate(admin, { database, dbDir }), migrate(admin, { database, dbDir })]);
  expect(both.flat()).toEqual(['0002_zwei']);
});

test('a failing migration leaves nothing and names its line', async () => {
  await write('0002_zwei.sql', 'create table zwei (a int);\nselect fehlt;');
  await expect(migrate(admin, { database, dbDir })).rejects.toThrow('0002_zwei, line 2: column "fehlt"');
  await write('0002_zwei.sql', 'create table zwei (a int);');
  expect(await migrate(admin, { database, dbDir })).toEqual(['0002_zwei']);
});

test('a changed, missing, misnamed or misnumbered file is refused', async () => {
  await migrate(admin, { database, dbDir });
  await write('0001_eins.sql', 'create table anders (a int);');
  await expect(migrate(admin, { database, dbDir })).rejects.toThrow(/was changed after it ran/);
  await rm(join(dbDir, 'migrations', '0001_eins.sql'));
  await expect(migrate(admin, { database, dbDir })).rejects.toThrow(/file is missing/);
  await write('0002_zwei.sql', '');
  await expect(migrate(admin, { database, dbDir })).rejects.toThrow(/without gap/);
  await write('zwei.sql', '');
  await expect(migrate(admin, { database, dbDir })).rejects.toThrow(/not named/);
});
