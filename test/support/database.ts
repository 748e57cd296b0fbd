import { randomUUID } from 'node:crypto';
import type { ClientConfig } from 'pg';
import { cloneDatabase, dropDatabase } from '#src/platform/server/database-admin.ts';
import { getTestCluster, templateDatabase } from './cluster.ts';

/** A migrated database of one test file. */
export interface TestDatabase {
  name: string;
  connection(user: string): ClientConfig;
  /** Removes it, even while someone is connected. */
  close(): Promise<void>;
}

/** Copies the migrated template; about 30 ms. Roles that can log in are lotse_admin and lotse_app. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = getTestCluster();
  const admin = { ...cluster, user: 'lotse_admin', database: 'postgres' };
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await cloneDatabase(admin, templateDatabase, name);
  return {
    name,
    connection: (user) => ({ ...cluster, user, database: name }),
    close: () => dropDatabase(admin, name),
  };
}
