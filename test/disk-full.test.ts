import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kontaktEingabeBeispiel } from './support/kontakt.ts';
import { startServerProcess, type ServerProcess } from './support/server-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotse-full-'));
  chmodSync(folder, 0o755);
});
afterAll(async () => {
  spawnSync('umount', ['-l', folder]);
  await rm(folder, { recursive: true, force: true });
});

/** A small disk of its own; only an administrator of the machine can have one. */
function mountSmallDisk(): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=0755', 'tmpfs', folder]).status === 0;
}

test('a full disk: a clear refusal, nothing acknowledged is lost, and writing goes on when there is space', async (context) => {
  if (!mountSmallDisk()) context.skip('this account may not mount a disk');
  const server = await startServerProcess(folder, 4);
  try {
    const ballast = join(folder, 'ballast');
    const free = statfsSync(folder).bavail * statfsSync(folder).bsize;
    writeFileSync(ballast, Buffer.alloc(free - 20_000_000));
    const acknowledged: string[] = [];
    const refused = await writeUntilRefused(server, acknowledged);
    // The database says that its disk is full, or has gone down because its log found no room.
    expect(refused.filter((status) => status !== 503 && status !== 507)).toEqual([]);

    rmSync(ballast);
    const at = Date.now();
    while ((await write(server, acknowledged)) !== 201) {
      expect(Date.now() - at).toBeLessThan(60_000);
      await sleep(100);
    }
    const stored = await server.owner(async (tx) => {
      await tx.run(sql`set local role none`);
      return tx.all(sql<{ id: string }>`select id from beratungskontakt`);
    });
    const ids = new Set(stored.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  } finally {
    await server.stop();
  }
}, 180_000);

async function write(server: ServerProcess, acknowledged: string[], number = 0): Promise<number | undefined> {
  const worker = server.workers[number % server.workers.length]!;
  // Noise that no compression of the database makes small.
  const notiz = Array.from({ length: 250 }, () => randomUUID()).join(' ');
  const answer = await server.ask(worker, 'POST', `/fall/${worker.fallId}/beratungskontakt`, {
    ...kontaktEingabeBeispiel,
    notiz,
  });
  if (answer?.status === 201) acknowledged.push(answer.body.kontaktId);
  return answer?.status;
}

/** Statuses of the refusals at the end: five in a row. */
async function writeUntilRefused(
  server: ServerProcess,
  acknowledged: string[],
): Promise<(number | undefined)[]> {
  const refused: (number | undefined)[] = [];
  for (let number = 0; refused.length < 5; number += 1) {
    const status = await write(server, acknowledged, number);
    if (status === 201) refused.length = 0;
    else refused.push(status);
  }
  return refused;
}
