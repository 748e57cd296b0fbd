import { randomUUID } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kontaktEingabeBeispiel } from './support/kontakt.ts';
import { startServerProcess, type ServerProcess, type Worker } from './support/server-process.ts';

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotse-kill-'));
  chmodSync(folder, 0o755);
  server = await startServerProcess(folder, 40);
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** Writes that the server has to acknowledge before the test ends, and how often it is killed on the way. */
const wanted = 10_000;
const kills = 6;

test('server and database killed with -9 while writing: nothing acknowledged is lost, nothing doubled, nothing half done', async () => {
  const acknowledged = new Map<string, string>();
  const unclean: string[] = [];
  let repeated = 0;
  let done = false;

  /** Repeats with the same key until there is an answer, as the browser does. */
  async function write(worker: Worker): Promise<void> {
    const key = randomUUID();
    for (;;) {
      const answer = await server.ask(
        worker,
        'POST',
        `/fall/${worker.fallId}/beratungskontakt`,
        kontaktEingabeBeispiel,
        key,
      );
      if (answer?.status === 201) return void acknowledged.set(key, answer.body.kontaktId);
      const away = answer === undefined || (answer.status === 503 && answer.retryAfter !== null);
      if (!away) return void unclean.push(`${answer.status} ${JSON.stringify(answer.body)}`);
      repeated += 1;
      await sleep(50);
    }
  }
  const writing = server.workers.map(async (worker) => {
    while (!done && unclean.length === 0) await write(worker);
  });
  for (let round = 1; round <= kills; round += 1) {
    while (acknowledged.size < (wanted * round) / (kills + 1) && unclean.length === 0) await sleep(20);
    if (round % 2 === 0) await server.killServer();
    else server.killDatabase();
  }
  while (acknowledged.size < wanted && unclean.length === 0) await sleep(20);
  done = true;
  await Promise.all(writing);

  expect(unclean).toEqual([]);
  expect(repeated).toBeGreaterThan(0);
  const rows = await server.owner(async (tx) => {
    await tx.run(sql`set local role none`);
    return tx.all(sql<{ id: string; ereignisse: number }>`
      select k.id, (select count(*) from ereignis e where e.gegenstand_id in (k.id, k.fall_id)
        and e.art like 'beratungskontakt.%' and (e.gegenstand_id = k.id or e.daten ->> 'kontaktId' = k.id::text)) as ereignisse
      from beratungskontakt k`);
  });
  const stored = new Set(rows.map(({ id }) => id));
  expect([...acknowledged.values()].filter((id) => !stored.has(id))).toEqual([]);
  expect(rows.length).toBe(acknowledged.size);
  expect(rows.filter(({ ereignisse }) => ereignisse !== 1)).toEqual([]);
}, 240_000);
