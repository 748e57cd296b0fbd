import { chmodSync, statSync } from 'node:fs';
import { sql } from 'kysely';
import type { Installation } from './installation.ts';

/**
 * Looks at the installation before it serves. Throws where real data would stand open; answers what the administrator
 * should know besides. Accounts of the demo have a known password: outside the demo they are locked.
 */
export async function checkStart({
  config,
  owner,
}: Pick<Installation, 'config' | 'owner'>): Promise<string[]> {
  const { demo, databaseUrl } = config;
  const { echte, offene } = await owner((tx) =>
    tx.one(sql<{ echte: boolean; offene: number }>`
      select exists (select from konto where not demo) as echte,
        (select count(*)::int from konto where demo and gesperrt_am is null) as offene`),
  );
  if (demo && databaseUrl !== undefined && echte)
    throw new Error(
      'This database has accounts of real people. Start with LOTSE_DEMO=0; the demo opens accounts with a known password.',
    );
  if (demo)
    await owner((tx) =>
      tx.run(sql`update konto set gesperrt_am = null where demo and gesperrt_am is not null`),
    );
  else if (offene > 0) await owner(lockDemo);
  return [
    ...(!demo && offene > 0 ? [`${offene} Demo-Konten sind gesperrt (LOTSE_DEMO=0).`] : []),
    ...(databaseUrl === undefined ? [] : closeFolder(config.datenDir)),
    ...(process.getuid?.() === 0 && databaseUrl !== undefined
      ? ['Der Server läuft als root. Geben Sie ihm ein eigenes Konto ohne Rechte (docs/operations.md).']
      : []),
    ...(config.url.startsWith('https://') && config.proxy === undefined
      ? [
          'LOTSE_PROXY ist nicht gesetzt: Alle Anfragen scheinen von der Adresse des Proxys zu kommen (docs/operations.md).',
        ]
      : []),
  ];
}

async function lockDemo(tx: Parameters<Parameters<Installation['owner']>[0]>[0]): Promise<void> {
  await tx.run(sql`update konto set gesperrt_am = now() where demo and gesperrt_am is null`);
  await tx.run(sql`
    delete from sitzung s using konto k where k.kreis_id = s.kreis_id and k.id = s.konto_id and k.demo`);
}

/** The folder of key and registers is nobody's business; with the own database, its account has to pass through. */
function closeFolder(folder: string): string[] {
  if (process.platform === 'win32') return [];
  const open = () => statSync(folder).mode & 0o007;
  if (open() !== 0) {
    try {
      chmodSync(folder, statSync(folder).mode & 0o770);
    } catch {
      // Said below.
    }
  }
  return open() === 0 ? [] : [`${folder} steht jedem Konto dieser Maschine offen: chmod o-rwx.`];
}
