import { deepEqual } from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import pg from 'pg';
import { createApp } from '#src/app/server/app.ts';
import { readConfig } from '#src/platform/server/config.ts';
import { withClient } from '#src/platform/server/database-admin.ts';
import { openDatabase } from '#src/platform/server/db.ts';
import { migrate } from '#src/platform/server/migrate.ts';
import { startPostgres } from '#src/platform/server/postgres/supervisor.ts';
import { noLimits } from '#src/platform/server/limits.ts';
import { noMenge } from '#src/protokoll/server/menge.ts';
import { openSchluessel } from '#src/platform/server/schluessel.ts';
import { measureAlone } from './alone.ts';
import { loadAngebot } from './angebot.ts';
import { loadArbeitstag } from './arbeitstag.ts';
import { measure, send } from './clients.ts';
import { measureDublette, measurePaare } from './dublette.ts';
import { startFloor, type Statement } from './floor.ts';
import { load, type BenchTarget } from './load.ts';
import { askBericht, operations, type Operation } from './operations.ts';
import { measurePapers, paperGoalMs } from './papers.ts';
import { measureRecall } from './recall.ts';
import { loadZehnJahre } from './zehn-jahre.ts';

const faelle = Number(process.env['LOTSE_TEST_FAELLE'] ?? 100_000);
// A folder given by hand is kept, so that the next run need not load again.
const kept = process.env['LOTSE_TEST_BENCH'];
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'lotse-bench-')));
mkdirSync(folder, { recursive: true });
chmodSync(folder, 0o755);
// Durable as in real use: this is not the fast test cluster.
const postgres = await startPostgres({ dataDir: join(folder, 'pg') });
try {
  await run();
} finally {
  await postgres.stop();
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
}

interface Bestand {
  readonly masterKey: string;
  readonly target: BenchTarget;
}

/** The loaded database: from the kept folder, or filled now. */
async function prepare(): Promise<Bestand> {
  const file = join(folder, 'bestand.json');
  if (existsSync(file)) {
    await withClient(postgres.connection('lotse_admin', 'bench'), (client) =>
      client.query("update sitzung set zuletzt_am = now(), endet_am = now() + interval '12 hours'"),
    );
    return JSON.parse(readFileSync(file, 'utf8'));
  }
  await migrate(postgres.connection('lotse_admin', 'postgres'), { database: 'bench' });
  const admin = new pg.Client(postgres.connection('lotse_admin', 'bench'));
  await admin.connect();
  const at = performance.now();
  const masterKey = randomBytes(32);
  const loaded = await load(admin, masterKey, faelle);
  const target = { ...loaded, zehnJahreFallId: await loadZehnJahre(admin, masterKey, loaded) };
  await loadArbeitstag(admin);
  await loadAngebot(admin, target.kreisId);
  await admin.query('vacuum analyze');
  const { rows } = await admin.query<{ n: string }>(
    "select (select count(*) from fall) || ' Fälle, ' || (select count(*) from beratungskontakt) || ' Kontakte' as n",
  );
  print(
    `Bestand: ${rows[0]?.n ?? ''}, geladen in ${((performance.now() - at) / 1000).toFixed(0)} s (PostgreSQL ${postgres.version})`,
  );
  await admin.end();
  const bestand = { masterKey: masterKey.toString('base64'), target };
  writeFileSync(file, JSON.stringify(bestand), { mode: 0o600 });
  return bestand;
}

async function run(): Promise<void> {
  const { masterKey, target } = await prepare();
  const started = new Date();
  const db = openDatabase(postgres.connection('lotse_app', 'bench'));
  const app = createApp({
    db,
    schluessel: openSchluessel(Buffer.from(masterKey, 'base64')),
    config: readConfig({ LOTSE_DATEN: folder, PORT: '0' }),
    testdatenbank: true,
    now: () => new Date(),
    limits: noLimits,
    menge: noMenge,
    log: (line) => process.stderr.write(`${JSON.stringify(line)}\n`),
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const bericht: Statement[][] = [];
  for (const ask of askBericht(target)) bericht.push(await overhear(() => send(port, undefined, ask)));
  const floor = await startFloor(postgres.connection('lotse_admin', 'bench'), bericht);
  const listen = operations(target);
  await proveEqual(port, floor.port, listen);

  print(
    '\n| Vorgang | Clients | Lotse p50 ms | p99 ms | je s | Boden p50 ms | p99 ms | Verhältnis p50 | Ziel |',
  );
  print('|---|---|---|---|---|---|---|---|---|');
  for (const operation of listen) {
    for (const [n, clients] of [1, 8].entries()) {
      const ratios: number[] = [];
      let last:
        | { own: Awaited<ReturnType<typeof measure>>; bare: Awaited<ReturnType<typeof measure>> }
        | undefined;
      for (let round = 0; round < 4; round += 1) {
        const bare = await measure(floor.port, clients, operation.count, operation.floor);
        const own = await measure(port, clients, operation.count, operation.app);
        // The first round warms plans and caches on both sides.
        if (round > 0) {
          ratios.push(own.p50 / bare.p50);
          last = { own, bare };
        }
      }
      if (!last) continue;
      const ratio = ratios.toSorted((a, b) => a - b)[1] ?? 0;
      const goal = operation.goal[n] ?? 0;
      print(
        `| ${operation.name} | ${clients} | ${f(last.own.p50)} | ${f(last.own.p99)} | ${last.own.perSecond.toFixed(0)} | ${f(last.bare.p50)} | ${f(last.bare.p99)} | ${ratio.toFixed(2)} | ≤ ${goal.toFixed(1)} ${ratio <= goal ? '✓' : '✗'} |`,
      );
    }
  }
  print('\n| Vorgang für sich | p50 ms | p99 ms | Ziel p50 |');
  print('|---|---|---|---|');
  for (const { name, p50, p99, goalMs } of await measureAlone(port, target)) {
    print(`| ${name} | ${f(p50)} | ${f(p99)} | < ${goalMs} ${p50 < goalMs ? '✓' : '✗'} |`);
  }
  print('\n| Suche | Proben | gefunden unter den ersten 20 | davon passend |');
  print('|---|---|---|---|');
  for (const { art, proben, recall, precision } of await measureRecall(port, target)) {
    print(`| ${art} | ${proben} | ${f(recall)} | ${Number.isNaN(precision) ? '–' : f(precision)} |`);
  }
  print('\n| Papier (PDF/UA, 16 Sprachen) | p50 ms | langsamstes ms | Sprache | Ziel |');
  print('|---|---|---|---|---|');
  for (const { art, p50, slowest, sprache } of measurePapers()) {
    print(
      `| ${art} | ${f(p50)} | ${f(slowest)} | ${sprache} | < ${paperGoalMs} ${slowest < paperGoalMs ? '✓' : '✗'} |`,
    );
  }
  await printDublette();
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  await floor.close();
  await db.close();
  await takeBack(started);
}

/** The duplicate check: how well it tells people apart, and how fast over 200,000 of one Träger. */
async function printDublette(): Promise<void> {
  print('\n| Dubletten | Paare | gefunden (Ziel ≥ 0,95) | davon richtig (Ziel ≥ 0,9) |');
  print('|---|---|---|---|');
  for (const { kultur, paare, recall, precision } of measurePaare()) {
    print(`| ${kultur} | ${paare} | ${recall.toFixed(3)} | ${precision.toFixed(3)} |`);
  }
  const { p50, p99 } = await measureDublette(
    (user, database) => postgres.connection(user, database),
    200_000,
  );
  print('\n| Vorgang | p50 ms | p99 ms | Ziel |');
  print('|---|---|---|---|');
  print(
    `| Dubletten suchen unter 200.000 Personen eines Trägers | ${f(p50)} | ${f(p99)} | < 50 ${p50 < 50 ? '✓' : '✗'} |`,
  );
}

/** A kept database is left as it was loaded: what was recorded meanwhile goes again. */
async function takeBack(since: Date): Promise<void> {
  if (kept === undefined) return;
  await withClient(postgres.connection('lotse_admin', 'bench'), async (client) => {
    for (const table of ['beratungskontakt', 'geheimtext']) {
      await client.query(`delete from ${table} where erfasst_am >= $1`, [since]);
    }
    for (const table of ['ereignis', 'idempotenz', 'lesezugriff']) {
      await client.query(`delete from ${table} where am >= $1`, [since]);
    }
    await client.query('vacuum analyze');
  });
}

/** Runs a call of the application and returns the statements by which it read. */
async function overhear(run: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = [];
  const query = Reflect.get(pg.Client.prototype, 'query');
  Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]): unknown {
    const [config] = args;
    if (typeof config === 'object' && config !== null && 'text' in config && 'values' in config) {
      const { text, values } = config as Statement;
      if (/^\s*(select|with)\b/.test(text) && !text.includes('app_enter')) heard.push({ text, values });
    }
    return Reflect.apply(query, this, args);
  });
  try {
    await run();
  } finally {
    Reflect.set(pg.Client.prototype, 'query', query);
  }
  return heard;
}

/** A floor that answers something else is none: both sides must tell the same. */
async function proveEqual(port: number, floorPort: number, list: readonly Operation[]): Promise<void> {
  for (const { name, app, floor, essence } of list) {
    if (!essence) continue;
    for (let i = 0; i < 10; i += 1) {
      const [ask] = app(i);
      const [bare] = floor(i);
      if (!ask || !bare) continue;
      deepEqual(
        essence(JSON.parse(await send(port, undefined, ask))),
        essence(JSON.parse(await send(floorPort, undefined, bare))),
        name,
      );
    }
  }
}

function f(ms: number): string {
  return ms.toFixed(2);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
