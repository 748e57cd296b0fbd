import pg from 'pg';
import type { Client, ClientConfig } from 'pg';

/** Runs something on a connection of its own and closes it. */
export async function withClient<T>(config: ClientConfig, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  // Without a listener a server that goes away would end this process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether the server has this database. */
export async function databaseExists(admin: ClientConfig, name: string): Promise<boolean> {
  // The usual case is a database that is there; asking it needs no right on any other.
  try {
    return await withClient({ ...admin, database: name }, () => Promise.resolve(true));
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '3D000') return false;
    throw error;
  }
}

/** Creates an empty database that belongs to lotse_owner. */
export async function createDatabase(admin: ClientConfig, name: string): Promise<void> {
  await withClient({ ...admin, database: 'postgres' }, async (client) => {
    const database = client.escapeIdentifier(name);
    await client.query(`create database ${database} owner lotse_owner template template0`);
    await client.query(`alter database ${database} set timezone to 'Europe/Berlin'`);
  });
}

/** Copies a database nobody is connected to; fast enough for one copy per test file. */
export async function cloneDatabase(admin: ClientConfig, template: string, name: string): Promise<void> {
  await withClient({ ...admin, database: 'postgres' }, async (client) => {
    const [from, to] = [client.escapeIdentifier(template), client.escapeIdentifier(name)];
    await client.query(`create database ${to} template ${from} strategy file_copy owner lotse_owner`);
  });
}

/** Removes a database and throws out who is connected to it. */
export async function dropDatabase(admin: ClientConfig, name: string): Promise<void> {
  await withClient({ ...admin, database: 'postgres' }, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  });
}
