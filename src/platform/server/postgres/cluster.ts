import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accountNames, runAs } from './account.ts';
import type { Account } from './account.ts';

/** Roles that processes on this machine may log in as over the socket. */
const loginRoles = ['lotse_admin', 'lotse_owner', 'lotse_app'];

/** Creates the data directory of a cluster when it holds none yet. */
export function initCluster(
  dataDir: string,
  binDir: string,
  major: number,
  account: Account,
  test: boolean,
): void {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return;
  mkdirSync(dirname(dataDir), { recursive: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (account.kind === 'switch') chownSync(dataDir, account.uid, account.gid);
  const args = ['-D', dataDir, '-U', 'lotse_admin', '-A', 'peer', '-E', 'UTF8', '-k', '--no-instructions'];
  const result = runAs(account, join(binDir, 'initdb'), [
    ...args,
    ...localeArgs(major),
    ...(test ? ['--no-sync'] : []),
  ]);
  if (result.status !== 0) {
    throw new Error(`initdb failed in ${dataDir}: ${result.error?.message ?? result.stderr.trim()}`);
  }
}

/** Writes who may log in: only processes of our own accounts, over the socket. */
export function writeAccessRules(dataDir: string, account: Account): void {
  writeFileSync(
    join(dataDir, 'pg_hba.conf'),
    'local all all peer map=lotse\nlocal replication all peer map=lotse\n',
  );
  const lines = accountNames(account).flatMap((name) =>
    loginRoles.map((role) => `lotse "${name}" ${role}\n`),
  );
  writeFileSync(join(dataDir, 'pg_ident.conf'), lines.join(''));
}

/** Server settings for one small machine, given on the command line so that each start is the same. */
export function serverSettings(socketDir: string, test: boolean): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: test ? '128MB' : '256MB',
    work_mem: '32MB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'Europe/Berlin',
    log_timezone: 'Europe/Berlin',
    log_checkpoints: 'off',
    ...(test ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

// Code point order and full Unicode letters in both; before 17 only the C library offers that pair.
function localeArgs(major: number): string[] {
  if (major >= 17) return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  return ['--locale=C.UTF-8'];
}
