import { closeSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { chooseAccount, reachableBinDir, runAs, spawnAs } from './account.ts';
import type { Account } from './account.ts';
import { initCluster, serverSettings, writeAccessRules } from './cluster.ts';
import { getEmbeddedNativeDir } from './find-binaries.ts';
import { findPostmaster, isAlive, readVersion } from './postmaster.ts';
import { joinServer, leaveServer, makeSocketDir, removeSocketDir } from './socket-dir.ts';

/** Where the data lies and which server to run; without `binDir` the embedded one. */
export interface PostgresOptions {
  dataDir: string;
  binDir?: string;
  /** Faster and not safe against power loss. */
  test?: boolean;
}

/** A running server that this process may use. */
export interface Postgres {
  socketDir: string;
  version: string;
  /** True when a server that ran already is used. */
  adopted: boolean;
  adminUrl(database: string): string;
  connection(user: string, database: string): ClientConfig;
  /** Stops the server, unless another living process uses it. */
  stop(): Promise<void>;
}

interface Running {
  pid: number;
  socketDir: string;
  version: string;
}

const startDeadlineMs = 60_000;

/** Starts the PostgreSQL server of a data directory, or adopts the one that runs there already. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  if (process.platform === 'win32')
    throw new Error('On Windows set DATABASE_URL; no server is started there.');
  const dataDir = resolve(options.dataDir);
  const start = async () => {
    const account = chooseAccount(dataDir);
    const binDir = options.binDir ?? reachableBinDir(getEmbeddedNativeDir(), account, dataDir);
    return launch(dataDir, binDir, account, options.test ?? false);
  };
  const running = await findRunning(dataDir);
  const revive = async () => (await findRunning(dataDir)) ?? start();
  return handle(running ?? (await start()), running !== undefined, revive);
}

async function findRunning(dataDir: string): Promise<Running | undefined> {
  const deadline = Date.now() + startDeadlineMs;
  while (Date.now() < deadline) {
    const found = findPostmaster(dataDir);
    if (!found || !isAlive(found.pid)) return undefined;
    if (found.ready) return askVersion(found.pid, found.socketDir).catch(() => undefined);
    await sleep(50);
  }
  return undefined;
}

async function launch(dataDir: string, binDir: string, account: Account, test: boolean): Promise<Running> {
  initCluster(dataDir, binDir, getMajor(binDir, account), account, test);
  writeAccessRules(dataDir, account);
  const socketDir = makeSocketDir(dataDir, account);
  // Beside the data directory: a file of ours inside it would stop a base backup.
  const logFile = `${dataDir}.log`;
  const log = openSync(logFile, 'a', 0o600);
  const args = ['-D', dataDir, ...serverSettings(socketDir, test)];
  const child = spawnAs(account, join(binDir, 'postgres'), args, { stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  const pid = child.pid;
  const deadline = Date.now() + startDeadlineMs;
  while (pid !== undefined && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const found = findPostmaster(dataDir);
    if (found?.ready && found.pid === pid) return askVersion(pid, socketDir);
    await sleep(10);
  }
  child.kill('SIGQUIT');
  throw new Error(`PostgreSQL did not start in ${dataDir}:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
}

function getMajor(binDir: string, account: Account): number {
  const { stdout } = runAs(account, join(binDir, 'postgres'), ['--version']);
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
  if (major === undefined) throw new Error(`No PostgreSQL server that runs in ${binDir}`);
  return Number(major);
}

async function askVersion(pid: number, socketDir: string): Promise<Running> {
  return { pid, socketDir, version: await readVersion(socketConfig(socketDir, 'lotse_admin', 'postgres')) };
}

function socketConfig(socketDir: string, user: string, database: string): ClientConfig {
  return { host: socketDir, port: 5432, user, database };
}

const watchMs = 200;

/** Starts the server again when it dies under its users; what was acknowledged stands in its log. */
function keepAlive(state: { pid: number; left: boolean }, revive: () => Promise<Running>): NodeJS.Timeout {
  let reviving = false;
  const look = async () => {
    if (reviving || state.left || isAlive(state.pid)) return;
    reviving = true;
    // Processes of the dead server hold its memory for a moment; then, or beside another user, it starts.
    const next = await revive().catch(() => undefined);
    if (next) state.pid = next.pid;
    reviving = false;
  };
  return setInterval(() => void look(), watchMs).unref();
}

function handle(
  { pid, socketDir, version }: Running,
  adopted: boolean,
  revive: () => Promise<Running>,
): Postgres {
  const note = joinServer(socketDir);
  const state = { pid, left: false };
  const watch = keepAlive(state, revive);
  // Whoever leaves last stops the server, started by itself or not.
  const leave = (): boolean => {
    state.left = true;
    clearInterval(watch);
    const last = leaveServer(socketDir, note);
    if (last && isAlive(state.pid)) process.kill(state.pid, 'SIGINT');
    return last;
  };
  process.once('exit', leave);
  return {
    socketDir,
    version,
    adopted,
    adminUrl: (database) =>
      `postgresql:///${database}?host=${encodeURIComponent(socketDir)}&user=lotse_admin`,
    connection: (user, database) => socketConfig(socketDir, user, database),
    stop: async () => {
      process.off('exit', leave);
      if (!leave()) return;
      while (isAlive(state.pid)) await sleep(10);
      removeSocketDir(socketDir);
    },
  };
}
