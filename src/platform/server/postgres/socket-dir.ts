import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { isAlive } from './postmaster.ts';

// The kernel allows about 100 bytes for a socket path; `/.s.PGSQL.5432` and its lock file need 20.
const longestPath = 80;

/** Makes the private folder of the server's socket; short, because socket paths may not be long. */
export function makeSocketDir(dataDir: string, account: Account): string {
  const name = `lotse-${createHash('sha256').update(`${account.uid}:${dataDir}`).digest('hex').slice(0, 12)}`;
  const path = join(tmpdir().length + name.length < longestPath ? tmpdir() : '/tmp', name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const found = lstatSync(path);
  const ours = found.uid === account.uid || found.uid === process.getuid?.();
  if (!found.isDirectory() || !ours)
    throw new Error(`${path} belongs to someone else. Remove it or set TMPDIR.`);
  chmodSync(path, 0o700);
  if (account.kind === 'switch') chownSync(path, account.uid, account.gid);
  return path;
}

let joined = 0;

/** Notes that this process uses the server; answers the note. */
export function joinServer(socketDir: string): string {
  joined += 1;
  const note = join(socketDir, `user-${process.pid}-${joined}`);
  writeFileSync(note, '');
  return note;
}

/**
 * Takes a note away; true when nobody else uses the server, which may then be stopped. Notes of processes that were
 * killed do not count.
 */
export function leaveServer(socketDir: string, note: string): boolean {
  rmSync(note, { force: true });
  let last = true;
  for (const name of listNotes(socketDir)) {
    if (isAlive(Number(name.split('-')[1]))) last = false;
    else rmSync(join(socketDir, name), { force: true });
  }
  return last;
}

function listNotes(socketDir: string): string[] {
  try {
    return readdirSync(socketDir).filter((name) => /^user-\d+-\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Takes the empty folder away, unless a new server uses it already. */
export function removeSocketDir(socketDir: string): void {
  try {
    rmdirSync(socketDir);
  } catch {
    // Not empty: it is in use again.
  }
}
