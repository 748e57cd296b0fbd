import type { Endpoint } from '#src/platform/contract.ts';
import { contract } from '#src/app/contract.ts';
import { rightsTable } from '#test/rights-table.ts';
import { kreis, nachbar } from '#test/support/fixture.ts';
import { callers } from '#test/support/rights-row.ts';
import { seeded, type Random } from './random.ts';
import { grabbed, makeValue, pickId, schemaOf, type Pool } from './values.ts';
import { movedRightly, openFuzzWorld, printOf, readPool, type Caller, type FuzzWorld } from './world.ts';

export interface FuzzResult {
  readonly requests: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** What must not happen, each with what is needed to have it again. */
  readonly findings: readonly string[];
}

export interface FuzzOptions {
  /** Hears how far it has come. */
  readonly say?: (line: string) => void;
  /** Changes the world before anybody asks; a test breaks a wall with it to see that the gap is found. */
  readonly prepare?: (world: FuzzWorld) => Promise<void>;
}

const endpoints = Object.entries(contract) as readonly (readonly [string, Endpoint])[];

/** The neighbour fills every text field with this word; whoever sees it elsewhere has seen across the wall. */
const foreignWord = 'Kanarigamma';

/**
 * Sends `count` requests made from the contract: foreign and mixed ids, fields that nobody asked for, sessions that are
 * over, roles that have ended. Finds status 500, words of another Kreis, names shown to roles that read none, and changes
 * in a Kreis in which nobody who asks has a role.
 */
export async function fuzz(seed: number, count: number, options: FuzzOptions = {}): Promise<FuzzResult> {
  const { say, prepare } = options;
  const random = seeded(seed);
  const world = await openFuzzWorld();
  try {
    await prepare?.(world);
    const findings = [...(await fillNeighbour(world, random))];
    const before = await printOf(world.app, nachbar);
    const byStatus: Record<string, number> = {};
    let pool = await readPool(world.app);
    for (let number = 1; number <= count; number += 1) {
      if (number % 500 === 0) await world.revive();
      if (number % 2_000 === 0) pool = await readPool(world.app);
      // Whoever may do most gets furthest in.
      const caller = random.pick(
        random.chance(0.5) ? world.callers.filter(({ readsPersons }) => readsPersons) : world.callers,
      );
      const request = nextRequest(random, world, pool);
      const { status, text } = await send(world, caller.cookie, request);
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      const seen = judge(caller, status, text);
      const finding = seen === otherTraeger && (await movedRightly(world)) ? undefined : seen;
      if (finding)
        findings.push(
          `seed ${seed}, request ${number}, ${caller.name}: ${finding}: ${request.method} ${request.path} ${request.body ?? ''}`,
        );
      if (number % 10_000 === 0) say?.(`${number} requests, ${findings.length} findings`);
    }
    if ((await printOf(world.app, nachbar)) !== before)
      findings.push(`seed ${seed}: the neighbouring Kreis has changed`);
    for (const line of world.app.logLines) {
      if (/Kanari/.test(JSON.stringify(line))) findings.push(`seed ${seed}: a name stands in the log`);
    }
    return { requests: count, byStatus, findings };
  } finally {
    await world.app.close();
  }
}

const otherTraeger = 'a name of another Träger';

function judge(caller: Caller, status: number, text: string): string | undefined {
  if (status >= 500) return `status ${status}`;
  if (text.includes(foreignWord) || text.includes('Kanari fremderKreis')) return 'a word of another Kreis';
  if (!caller.crosses && text.includes('Kanari fremderTraeger')) return otherTraeger;
  if (!caller.readsPersons && text.includes('Kanari ')) return 'a name';
  return undefined;
}

const endsSessions = new Set(['abmelden', 'endAllSitzung']);

/** The neighbour's own people write: every field that takes words holds the foreign word. */
async function fillNeighbour(world: FuzzWorld, random: Random): Promise<string[]> {
  const findings: string[] = [];
  for (let round = 0; round < 2; round += 1) {
    const pool: Pool = { ...(await readPool(world.app)), text: foreignWord };
    for (const entry of endpoints) {
      if (entry[1].method === 'GET' || entry[1].upload !== undefined || endsSessions.has(entry[0])) continue;
      for (const name of ['nachbarCasemanager', 'nachbarKoordination'] as const) {
        const { method, path, body } = makeRequest(random, entry, pool, nachbar, 0);
        const reply = await world.app
          .as(name)
          .send(method as 'POST', path, body === undefined ? undefined : JSON.parse(body));
        if (reply.status >= 500) findings.push(`filling: ${entry[0]} ${reply.status} ${body ?? ''}`);
      }
    }
  }
  return findings;
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

type Entry = readonly [string, Endpoint];

/** Half of them are what somebody with the right would send, with some ids and fields exchanged. */
function nextRequest(random: Random, world: FuzzWorld, pool: Pool): Request {
  const entry = random.pick(endpoints);
  const row = rightsTable[entry[0] as keyof typeof rightsTable];
  if (random.chance(0.5) && entry[1].upload === undefined) {
    const id = random.pick(pool.ids);
    const { method, path, body } = row.request({
      relation: row.relations.includes('eigen') && random.chance(0.5) ? 'eigen' : random.pick(row.relations),
      fall: (relation) => world.cases.get(relation)!,
      caller: random.pick(callers),
      konto: world.app.konto,
      ansicht: () => id,
      gelesen: { dateiId: id, zuordnung: {}, uebernahmeId: id },
    });
    const text = body === undefined ? undefined : JSON.stringify(mutate(random, body, pool));
    return {
      method,
      path: random.chance(0.2) ? swapId(random, path, pool) : path,
      body: text,
      headers: headersOf(random, text),
    };
  }
  return makeRequest(
    random,
    entry,
    pool,
    random.chance(0.85) ? kreis : nachbar,
    random.chance(0.6) ? 0 : 0.1,
  );
}

function mutate(random: Random, body: unknown, pool: Pool): unknown {
  if (!isRecord(body) || body instanceof Uint8Array || random.chance(0.4)) return body;
  const names = Object.keys(body);
  const changed: Record<string, unknown> = { ...body };
  if (names.length > 0) {
    const name = random.pick(names);
    changed[name] =
      typeof body[name] === 'string'
        ? makeValue(random, { type: 'string' }, pool, 0, 0, name)
        : makeValue(random, {}, pool, 0.5);
  }
  if (random.chance(0.3)) changed[random.pick(grabbed)] = random.pick(pool.ids);
  return changed;
}

function swapId(random: Random, path: string, pool: Pool): string {
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, () => random.pick(pool.ids));
}

function makeRequest(
  random: Random,
  [, endpoint]: Entry,
  pool: Pool,
  kreisId: string,
  wild: number,
): Request {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(
      name === 'kreisId'
        ? kreisId
        : random.chance(wild)
          ? random.pick(['x', '..', '%00', 'null'])
          : pickId(random, pool, name),
    ),
  );
  const query = endpoint.query && makeValue(random, schemaOf(endpoint.query), pool, wild);
  const search = isRecord(query)
    ? `?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()}`
    : '';
  const body = endpoint.body && JSON.stringify(makeValue(random, schemaOf(endpoint.body), pool, wild));
  if (endpoint.upload !== undefined)
    return { method: endpoint.method, path, body: 'PK\u0003\u0004 nothing', headers: {} };
  return { method: endpoint.method, path: path + search, body, headers: headersOf(random, body) };
}

function headersOf(random: Random, body: string | undefined): Request['headers'] {
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(random.chance(0.2) ? { 'idempotency-key': `schluessel-${random.int(500)}` } : {}),
  };
}

async function send(
  world: FuzzWorld,
  cookie: string | undefined,
  request: Request,
): Promise<{ status: number; text: string }> {
  const response = await world.app.app.request(`/api${request.path}`, {
    method: request.method,
    headers: { ...request.headers, ...(cookie === undefined ? {} : { cookie }) },
    ...(request.body === undefined || request.method === 'GET' ? {} : { body: request.body }),
  });
  return { status: response.status, text: new TextDecoder().decode(await response.arrayBuffer()) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
