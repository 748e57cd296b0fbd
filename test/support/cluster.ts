import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { migrate } from '#src/platform/server/migrate.ts';
import { startPostgres } from '#src/platform/server/postgres/supervisor.ts';

/** The migrated database every test database is copied from. */
export const templateDatabase = 'lotse_vorlage';

const variable = 'LOTSE_TEST_CLUSTER';
const address = z.object({ host: z.string(), port: z.number() });

/** Starts the one PostgreSQL of a test run, migrates the template and tells all workers where it is. */
export async function startTestCluster(): Promise<{ stop(): Promise<void> }> {
  const choice = process.env['LOTSE_TEST_PG'] ?? 'embedded';
  const folder = await mkdtemp(join(tmpdir(), 'lotse-test-'));
  // The account of the server must be able to enter.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({
    dataDir: join(folder, 'pg'),
    test: true,
    ...(choice === 'embedded' ? {} : { binDir: choice }),
  });
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await migrate(postgres.connection('lotse_admin', 'postgres'), { database: templateDatabase });
  } catch (error) {
    await stop();
    throw error;
  }
  // Worker threads and child processes get a copy of the environment.
  process.env[variable] = JSON.stringify({ host: postgres.socketDir, port: 5432 });
  return { stop };
}

/** Where the PostgreSQL of this test run listens. */
export function getTestCluster(): { host: string; port: number } {
  const text = process.env[variable];
  if (text === undefined) throw new Error('No test PostgreSQL runs; startTestCluster comes first.');
  return address.parse(JSON.parse(text));
}
