import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openOwner, type Owner } from '#src/platform/server/db.ts';
import { findPostmaster } from '#src/platform/server/postgres/postmaster.ts';
import { startPostgres } from '#src/platform/server/postgres/supervisor.ts';
import { hashToken } from '#src/platform/server/session.ts';
import { insertFixture, kommune, kreis, traeger } from './fixture.ts';

/** A server of its own in a process of its own, over its own durable database: something that can be killed. */
export interface ServerProcess {
  readonly owner: Owner;
  /** Case Managers that are signed in, each with a case of her own. */
  readonly workers: readonly Worker[];
  killServer(): Promise<void>;
  killDatabase(): void;
  /** Asks once; undefined when nobody answers. */
  ask(
    worker: Worker,
    method: string,
    path: string,
    body?: unknown,
    key?: string,
  ): Promise<Answer | undefined>;
  stop(): Promise<void>;
}

export interface Worker {
  readonly cookie: string;
  readonly fallId: string;
}

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  // Tests look into answers freely.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

const main = fileURLToPath(new URL('../../src/app/server/main.ts', import.meta.url));

/** Starts it in a folder that every account may enter, with `count` workers. */
export async function startServerProcess(folder: string, count: number): Promise<ServerProcess> {
  const postgresDir = join(folder, 'postgres');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { ...process.env, LOTSE_DATEN: folder, LOTSE_DEMO: '0', LOTSE_URL: url, PORT: String(port) };
  let child = await run();

  async function run(): Promise<ChildProcess> {
    const started = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    started.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
    for (let i = 0; i < 600; i += 1) {
      const up = await fetch(`${url}/api/zustand`).catch(() => undefined);
      if (up?.status === 200) return started;
      if (started.exitCode !== null) break;
      await sleep(100);
    }
    started.kill('SIGKILL');
    throw new Error(`the server did not start: ${said}`);
  }

  // Found running: this process only joins in, and stays when the other one is killed.
  const postgres = await startPostgres({ dataDir: postgresDir });
  const { owner, close } = openOwner(postgres.connection('lotse_admin', 'lotse'));
  const ask: ServerProcess['ask'] = async (worker, method, path, body, key) => {
    const response = await fetch(`${url}/api/kreis/${kreis}${path}`, {
      method,
      headers: {
        cookie: worker.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (!response || text === undefined) return undefined;
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  await insertFixture(owner);
  const workers: Worker[] = [];
  for (const cookie of await signIn(owner, count)) {
    const admitted = await ask({ cookie, fallId: '' }, 'POST', '/fall', person);
    if (admitted?.status !== 201) throw new Error(`admit failed: ${JSON.stringify(admitted)}`);
    workers.push({ cookie, fallId: admitted.body.fallId });
  }
  return {
    owner,
    workers,
    ask,
    killServer: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      child = await run();
    },
    killDatabase: () => {
      const found = findPostmaster(postgresDir);
      if (found) process.kill(found.pid, 'SIGKILL');
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      await close();
      await postgres.stop();
    },
  };
}

const person = {
  familienname: 'Haddad',
  vorname: 'Rima',
  geburtsdatum: null,
  einwilligung: { erteiltAm: '2023-01-10', textfassung: '1', sprache: 'ara' },
  aufgenommenAm: '2023-01-10',
  traegerId: traeger.alpha,
  kommuneId: kommune.norden,
  ortsteilId: null,
  zugang: 'schule',
  merkmal: { geschlecht: 'w', herkunftsland: 'sy', leistungsbezug: null, lebensbereich: ['wohnen'] },
  bemerkung: '',
};

async function signIn(owner: Owner, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => randomUUID());
  await owner(async (tx) => {
    await tx.run(sql`set local role none`);
    for (const [number, token] of tokens.entries()) {
      const kontoId = randomUUID();
      await tx.run(
        sql`insert into konto (kreis_id, id, anmeldename, name) values (${kreis}, ${kontoId}, ${`schreibt.${number}`}, 'Schreibt')`,
      );
      await tx.run(sql`insert into rolle (kreis_id, konto_kreis_id, konto_id, rolle, traeger_id)
        values (${kreis}, ${kreis}, ${kontoId}, 'casemanager', ${traeger.alpha})`);
      await tx.run(sql`insert into sitzung (kreis_id, konto_id, pruefwert, stufe, endet_am)
        values (${kreis}, ${kontoId}, ${hashToken(token)}, 2, now() + interval '12 hours')`);
    }
  });
  return tokens.map((token) => `lotse=${token}`);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
