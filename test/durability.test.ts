import { chmodSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openOwner } from '#src/platform/server/db.ts';
import { migrate } from '#src/platform/server/migrate.ts';
import { startPostgres } from '#src/platform/server/postgres/supervisor.ts';

const folder = await mkdtemp(join(tmpdir(), 'lotse-kill-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'pg');
afterAll(() => rm(folder, { recursive: true, force: true }));

test(
  'no acknowledged write is lost when the embedded database is killed while writing',
  { timeout: 90_000 },
  async () => {
    const acknowledged: number[] = [];
    let next = 0;
    for (let round = 0; round < 3; round += 1) {
      const postgres = await startPostgres({ dataDir });
      await migrate(postgres.connection('lotse_admin', 'postgres'), { database: 'lotse' });
      const { owner, close } = openOwner(postgres.connection('lotse_admin', 'lotse'));
      await owner((tx) =>
        tx.run(sql`insert into kreis (id, ags, name) values ('kk', '05999', 'K') on conflict do nothing`),
      );
      const pid = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
      const killer = sleep(150 + round * 120).then(() => process.kill(pid, 'SIGKILL'));
      const failure = await writeUntilFailure();
      await killer;
      expect(failure).toBeInstanceOf(Error);
      await close();
      await gone(pid);

      async function writeUntilFailure(): Promise<unknown> {
        try {
          for (;;) {
            const number = next++;
            await owner((tx) =>
              tx.run(sql`insert into satz (kreis_id, art, betrag_cent, gueltig_ab, gueltig_bis)
            values ('kk', 'personalkosten_je_vzae', ${number}, date '1900-01-01' + ${number}::int, date '1900-01-02' + ${number}::int)`),
            );
            acknowledged.push(number);
          }
        } catch (error) {
          return error;
        }
      }
    }
    const postgres = await startPostgres({ dataDir });
    const { owner, close } = openOwner(postgres.connection('lotse_admin', 'lotse'));
    const rows = await owner((tx) => tx.all(sql<{ betrag_cent: number }>`select betrag_cent from satz`));
    const stored = new Set(rows.map((row) => row.betrag_cent));
    expect(acknowledged.length).toBeGreaterThan(50);
    expect(acknowledged.filter((number) => !stored.has(number))).toEqual([]);
    await close();
    await postgres.stop();
  },
);

async function gone(pid: number): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
}
