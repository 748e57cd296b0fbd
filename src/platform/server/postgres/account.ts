import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { hydrateSymlinks } from './symlinks.ts';

/**
 * Who runs the server programs. PostgreSQL refuses to run as root, so root switches to another account,
 * or, where that account cannot reach the data, enters a user namespace in which root has an ordinary number.
 */
export type Account =
  | { kind: 'self'; uid: number; gid: number }
  | { kind: 'switch'; uid: number; gid: number }
  | { kind: 'namespace'; uid: number; gid: number; insideUid: number };

const nobody = 65534;

/** Chooses the account for a server with this data directory. */
export function chooseAccount(dataDir: string): Account {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { kind: 'self', uid, gid };
  const postgres = findPasswdEntry('postgres') ?? { uid: nobody, gid: nobody };
  const blocked = findBlockedAncestor(dataDir, postgres);
  if (blocked === undefined) return { kind: 'switch', ...postgres };
  const daemon = findPasswdEntry('daemon') ?? postgres;
  const account: Account = { kind: 'namespace', uid, gid, insideUid: daemon.uid };
  if (runAs(account, '/bin/true', []).status === 0) return account;
  throw new Error(
    `The account of the database server (uid ${postgres.uid}) cannot enter ${blocked}. ` +
      'Put LOTSE_DATEN into a folder that every account may enter, or do not run as root.',
  );
}

/** Names under which the server sees the processes that may log in. */
export function accountNames(account: Account): string[] {
  const names = new Set(['root', userInfo().username]);
  for (const [name, entry] of passwdEntries()) {
    if (entry.uid === (account.kind === 'namespace' ? account.insideUid : account.uid)) names.add(name);
  }
  return [...names].sort();
}

/** Runs a program as the account and waits for its end. */
export function runAs(account: Account, program: string, args: string[]) {
  const [command, ...rest] = [...prefix(account), program, ...args];
  return spawnSync(command, rest, { ...identity(account), cwd: '/', encoding: 'utf8' });
}

/** Starts a program as the account, apart from our terminal so that Ctrl-C does not reach it. */
export function spawnAs(
  account: Account,
  program: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  const [command, ...rest] = [...prefix(account), program, ...args];
  return spawn(command, rest, { ...options, ...identity(account), cwd: '/', detached: true });
}

/** Folder of server programs that the account can run; copies them beside the data when it cannot reach them. */
export function reachableBinDir(nativeDir: string, account: Account, dataDir: string): string {
  try {
    hydrateSymlinks(nativeDir);
  } catch {
    // A checkout that is not ours to write; the copy below gets its links.
  }
  const binDir = join(nativeDir, 'bin');
  if (runAs(account, join(binDir, 'postgres'), ['--version']).status === 0) return binDir;
  const hash = createHash('sha256').update(readFileSync(join(dirname(nativeDir), 'package.json')));
  const copy = join(dirname(dataDir), `postgres-${hash.digest('hex').slice(0, 8)}`, 'native');
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(nativeDir, copy, { recursive: true, verbatimSymlinks: true });
  hydrateSymlinks(copy);
  const probe = runAs(account, join(copy, 'bin', 'postgres'), ['--version']);
  if (probe.status === 0) return join(copy, 'bin');
  throw new Error(`The embedded PostgreSQL does not run here: ${probe.error?.message ?? probe.stderr}`);
}

function prefix(account: Account): [] | [string, ...string[]] {
  if (account.kind !== 'namespace') return [];
  return ['unshare', '--user', `--map-user=${account.insideUid}`, `--map-group=${account.insideUid}`];
}

function identity(account: Account): { uid?: number; gid?: number } {
  return account.kind === 'switch' ? { uid: account.uid, gid: account.gid } : {};
}

function findBlockedAncestor(path: string, who: { uid: number; gid: number }): string | undefined {
  for (let dir = dirname(path); ; dir = dirname(dir)) {
    if (existsSync(dir)) {
      const { mode, uid, gid } = statSync(dir);
      const bit = uid === who.uid ? 0o100 : gid === who.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return dir;
    }
    if (dir === dirname(dir)) return undefined;
  }
}

function findPasswdEntry(name: string): { uid: number; gid: number } | undefined {
  return passwdEntries().find(([entry]) => entry === name)?.[1];
}

function passwdEntries(): [string, { uid: number; gid: number }][] {
  if (!lstatSync('/etc/passwd', { throwIfNoEntry: false })) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map((parts) => [parts[0] ?? '', { uid: Number(parts[2]), gid: Number(parts[3]) }]);
}
