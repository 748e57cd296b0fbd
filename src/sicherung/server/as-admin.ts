import type { Client, ClientConfig } from 'pg';
import { withClient } from '#src/platform/server/database-admin.ts';

/**
 * Runs in one transaction as the administrator of the database, past the policies: a backup and an exchange of keys need
 * every row. Refuses an account that would see only some.
 */
export async function asAdmin<T>(
  admin: ClientConfig,
  begin: 'begin' | 'begin isolation level repeatable read read only',
  body: (client: Client) => Promise<T>,
): Promise<T> {
  return withClient(admin, async (client) => {
    await requireEverything(client);
    // Text that means the same on every server.
    await client.query(`set row_security = off; set datestyle = 'ISO, YMD'; set timezone = 'UTC';
      set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set search_path = public`);
    await client.query(begin);
    const result = await body(client);
    await client.query('commit');
    return result;
  });
}

async function requireEverything(client: Client): Promise<void> {
  const { rows } = await client.query<{ alles: boolean; konto: string }>(
    'select rolsuper or rolbypassrls as alles, current_user as konto from pg_roles where rolname = current_user',
  );
  if (rows[0]?.alles === true) return;
  throw new Error(
    `Das Konto ${rows[0]?.konto} in DATABASE_URL sieht nicht jede Zeile. Sicherung und Schlüsselwechsel brauchen das ` +
      `Recht dazu: alter role ${rows[0]?.konto} bypassrls (als Administrator*in des Datenbankservers).`,
  );
}
