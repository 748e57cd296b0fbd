import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ClientConfig } from 'pg';
import { z } from 'zod';
import type { Config } from '#src/platform/server/config.ts';
import { databaseExists, withClient } from '#src/platform/server/database-admin.ts';
import { openSource, type Ring } from '#src/platform/server/hauptschluessel.ts';
import { migrate } from '#src/platform/server/migrate.ts';
import { asAdmin } from './as-admin.ts';
import { readSicherung } from './check-sicherung.ts';
import { Beschaedigt, readContainer } from './container.ts';
import type { Kopf, Schluss } from './frames.ts';
import {
  loadInto,
  openTables,
  putKeysBack,
  requireEqual,
  setCounters,
  type PersonKey,
} from './load-sicherung.ts';
import { joinRegister } from './register-copy.ts';
import { rotateHauptschluessel } from './rotate-hauptschluessel.ts';

/** An open installation, as far as a restore needs it. */
export interface Opened {
  readonly admin: ClientConfig;
  readonly ring: Ring;
  close(): Promise<void>;
}

/** What the application gives to a restore: its server, its start, and what other concepts do to restored data. */
export interface RestoreDeps<I extends Opened> {
  findServer(
    config: Config,
  ): Promise<{ readonly admin: ClientConfig; readonly database: string; stop(): Promise<void> }>;
  openInstallation(config: Config): Promise<I>;
  /** How many a register of deletions in this folder names. Throws when it cannot be read. */
  countRegister(folder: string): number;
  /** Deletes again whom the register names; answers how many. */
  replayLoeschung(installation: I): Promise<number>;
  pruefe(installation: I): Promise<readonly { readonly regel: string; readonly anzahl: number }[]>;
}

export interface RestoreBericht {
  readonly am: string;
  readonly tabellen: number;
  readonly zeilen: number;
  readonly schluessel: number;
  /** Restored persons whose key the bundle does not know: erased since, or newer than the bundle. */
  readonly ohneSchluessel: number;
  /** Deletions that the register knows; 0 where none was found, and then nobody is erased again. */
  readonly register: number;
  readonly geloescht: number;
  readonly sitzungen: number;
  readonly befund: readonly { readonly regel: string; readonly anzahl: number }[];
  readonly sekunden: number;
}

const bundSchema = z.object({
  am: z.string(),
  personen: z.array(z.tuple([z.string(), z.uuid(), z.base64()])),
});

/**
 * Restores a backup into an empty database: brings the tables to the state of the backup, loads, compares every table,
 * puts the keys of the bundle back, migrates on, deletes again who was deleted since, checks. Refuses with the reason.
 */
export async function restore<I extends Opened>(
  config: Config,
  datei: string,
  bund: string,
  deps: RestoreDeps<I>,
): Promise<RestoreBericht> {
  const began = Date.now();
  if (config.hauptschluessel.kind === 'file' && !existsSync(config.hauptschluessel.path))
    throw new Error(
      `Der Hauptschlüssel fehlt. Legen Sie ihn nach ${config.hauptschluessel.path} (nur für Sie lesbar).`,
    );
  const ring = openSource(config.hauptschluessel);
  // Both files are read to their end before the database is touched.
  const { kopf, schluss } = await readSicherung(datei, ring);
  const registers = [join(dirname(bund), 'register'), join(config.datenDir, 'register')] as const;
  // So is whoever was erased since: what cannot be read must not come to light when they are back.
  const register = Math.max(...registers.map((folder) => deps.countRegister(folder)));
  const keys = await readBund(bund, ring);
  const schluessel = await load(config, deps, datei, ring, kopf, schluss, keys, () =>
    joinRegister(...registers),
  );

  const installation = await deps.openInstallation(config);
  try {
    // A backup from before an exchange: what hung from the old key is wrapped under the present one.
    if (ring.all().length > 1) {
      const file = config.hauptschluessel.kind === 'file' ? config.hauptschluessel.path : undefined;
      await rotateHauptschluessel({ ...installation, datei: file });
    }
    const geloescht = await deps.replayLoeschung(installation);
    const rest = await asAdmin(installation.admin, 'begin', async (client) => {
      // A session that was ended since the backup must not come back with it.
      const sitzungen = (await client.query('delete from sitzung')).rowCount ?? 0;
      const { rows } = await client.query<{ anzahl: number }>(
        `select count(*)::int as anzahl from person where schluessel_verpackt = '\\x'`,
      );
      return { sitzungen, ohneSchluessel: rows[0]?.anzahl ?? 0 };
    });
    return {
      am: kopf.am,
      tabellen: schluss.tabellen.length,
      zeilen: schluss.tabellen.reduce((sum, { anzahl }) => sum + anzahl, 0),
      schluessel,
      register,
      geloescht,
      ...rest,
      befund: await deps.pruefe(installation),
      sekunden: Math.round((Date.now() - began) / 100) / 10,
    };
  } finally {
    await installation.close();
  }
}

async function readBund(bund: string, ring: Ring): Promise<readonly PersonKey[]> {
  const { bytes } = await readContainer(bund, 'schluesselbund', ring);
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  const parsed = bundSchema.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')));
  if (!parsed.success) throw new Beschaedigt(`${bund} ist kein Schlüsselbund.`);
  return parsed.data.personen;
}

async function load<I extends Opened>(
  config: Config,
  deps: RestoreDeps<I>,
  datei: string,
  ring: Ring,
  kopf: Kopf,
  schluss: Schluss,
  keys: readonly PersonKey[],
  beforeCommit: () => void,
): Promise<number> {
  const server = await deps.findServer(config);
  try {
    const upTo = kopf.migrationen.at(-1)?.nummer ?? 0;
    const admin = { ...server.admin, database: server.database };
    if (await databaseExists(server.admin, server.database)) await requireEmpty(admin, upTo);
    await migrate(server.admin, { database: server.database, upTo });
    return await asAdmin(admin, 'begin', async (client) => {
      const tables = await openTables(client);
      await readSicherung(datei, ring, loadInto(client));
      await setCounters(client, schluss);
      const put = await putKeysBack(client, ring, keys);
      await tables.close();
      await requireEqual(client, schluss);
      // A start after a crash here must know who is to be erased again.
      beforeCommit();
      return put;
    });
  } finally {
    await server.stop();
  }
}

async function requireEmpty(admin: ClientConfig, upTo: number): Promise<void> {
  await withClient(admin, async (client) => {
    const { rows: found } = await client.query<{ da: boolean }>(
      `select to_regclass('public.migration') is not null as da`,
    );
    if (found[0]?.da !== true) return;
    const { rows } = await client.query<{ stand: number | null }>(
      'select max(nummer) as stand from migration',
    );
    const stand = rows[0]?.stand ?? 0;
    const kreise =
      stand > 0 ? (await client.query<{ name: string }>('select name from kreis order by name')).rows : [];
    if (kreise.length > 0)
      throw new Error(
        `Die Datenbank ist nicht leer: Sie enthält ${kreise.map(({ name }) => name).join(', ')}. ` +
          'Eingespielt wird nur in eine leere Datenbank; es wurde nichts verändert.',
      );
    if (stand > upTo)
      throw new Error(
        `In der Datenbank ist schon eine neuere Fassung eingerichtet (Migration ${stand}, die Sicherung hat ${upTo}). ` +
          'Nehmen Sie eine ganz leere Datenbank oder einen leeren Datenordner.',
      );
  });
}
