import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { steinfurt } from '#src/demo/data/steinfurt.ts';
import { demoId } from '#src/demo/server/demo-id.ts';
import { insertKreis } from '#src/kreis/server/insert-kreis.ts';
import { openDatabase, openOwner, type Tx } from '#src/platform/server/db.ts';
import { openSchluessel } from '#src/platform/server/schluessel.ts';
import { inspectFile } from '#src/uebernahme/server/inspect.ts';
import { runUebernahme, type RunOptions, type RunResult } from '#src/uebernahme/server/run.ts';
import { kommandozeile } from '#src/zugang/server/kommandozeile.ts';
import { testDatabase } from './database.ts';

export const kreisId = 'steinfurt';
export const rheineFile = readFileSync(new URL('../fixtures/rheine-2023-04.xlsx', import.meta.url));

/** Tables with facts; protocol, accounts and the record of imports are not among them. */
const domainTables = [
  'person',
  'einwilligung',
  'geheimtext',
  'fall',
  'fall_merkmal',
  'fall_status',
  'fall_zustaendigkeit',
  'uebergabe',
  'beratungskontakt',
  'sonstiger_kontakt',
  'uebernahme_stand',
] as const;

export type Steinfurt = Awaited<ReturnType<typeof startSteinfurt>>;

/** The Kreis Steinfurt of the demo without cases, and the ways in which a test imports into it. */
export async function startSteinfurt(now = new Date('2023-05-02T10:00:00Z')) {
  const database = await testDatabase();
  const db = openDatabase(database.connection('lotse_app'), 30, 4);
  const { owner, close: closeOwner } = openOwner(database.connection('lotse_admin'));
  const masterKey = randomBytes(32);
  const schluessel = openSchluessel(masterKey);
  await owner((tx) => insertKreis(tx, steinfurt, { demo: true, makeId: demoId }));
  const installation = { db, owner, schluessel, now: () => now };

  async function inTx<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
    const konto = await kommandozeile({ owner }, kreisId);
    return db.asKonto(konto!, { zweck: 'uebernahme', zweckKreis: kreisId }, body);
  }

  /** Imports a file with the columns that are found by themselves. */
  function importFile(bytes: Uint8Array, changes: Partial<RunOptions> = {}): Promise<RunResult> {
    return inTx(async (tx) => {
      const { zuordnung, profil } = await inspectFile(tx, kreisId, bytes);
      return runUebernahme(tx, schluessel, {
        kreisId,
        datei: { name: 'rheine.xlsx', bytes },
        zuordnung,
        profil,
        probe: false,
        allesOderNichts: false,
        heute: now.toISOString().slice(0, 10),
        ...changes,
      });
    });
  }

  /** Every row of every table with facts, as text. */
  async function dump(): Promise<Record<string, string[]>> {
    return inTx(async (tx) => {
      const tables: Record<string, string[]> = {};
      for (const table of domainTables) {
        const rows = await tx.all(
          sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`,
        );
        tables[table] = rows.map(({ row }) => row);
      }
      return tables;
    });
  }

  /** Takes every case, contact and import away again. */
  function clear(): Promise<number> {
    return owner((tx) =>
      tx.run(
        sql`truncate ${sql.join([...domainTables, 'uebernahme_herkunft', 'uebernahme', 'ereignis'].map((t) => sql.table(t)))} cascade`,
      ),
    );
  }

  return {
    clear,
    installation,
    db,
    owner,
    schluessel,
    inTx,
    importFile,
    dump,
    /** The keys as a server opens them that starts anew. */
    freshKeys: () => openSchluessel(masterKey),
    close: async () => {
      await db.close();
      await closeOwner();
      await database.close();
    },
  };
}
