import { mkdtemp, rm, stat, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { checkStart } from './check-start.ts';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await startTestApp();
  folder = await mkdtemp(join(tmpdir(), 'lotse-start-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

function start(changes: { demo?: boolean; databaseUrl?: string; url?: string }) {
  const config = { ...app.deps.config, datenDir: folder, ...changes };
  return checkStart({ config, owner: app.owner });
}

const outside = 'postgresql://lotse_admin:vT9-kq27-Lm41@db/lotse';

async function setDemo(demo: boolean): Promise<void> {
  await app.owner((tx) =>
    tx.run(sql`update konto set demo = ${demo}, gesperrt_am = null where id = ${app.konto.casemanager}`),
  );
}

test('the demo does not start beside accounts of real people', async () => {
  await expect(start({ demo: true, databaseUrl: outside })).rejects.toThrow(/LOTSE_DEMO=0/);
  await expect(start({ demo: true })).resolves.toBeInstanceOf(Array);
});

test('outside the demo its accounts are locked, their sessions are over; in the demo they are open again', async () => {
  const status = async () => (await app.as('casemanager').get('/ich')).status;
  expect(await status()).toBe(200);
  await setDemo(true);
  expect((await start({ demo: false })).join()).toMatch(/1 Demo-Konten sind gesperrt/);
  expect(await status()).toBe(401);
  const locked = () =>
    app.owner((tx) => tx.all(sql<{ demo: boolean }>`select demo from konto where gesperrt_am is not null`));
  expect(await locked()).toEqual([{ demo: true }]);
  expect((await start({ demo: false })).join()).not.toMatch(/Demo-Konten/);
  await start({ demo: true });
  expect(await locked()).toEqual([]);
  // Nobody else was touched.
  expect((await app.as('kollegin').get('/ich')).status).toBe(200);
});

test('beside an outside database the folder of key and registers is closed to other accounts of the machine', async () => {
  await chmod(folder, 0o755);
  await start({ databaseUrl: outside });
  expect((await stat(folder)).mode & 0o777).toBe(0o750);
  await chmod(folder, 0o755);
  await start({});
  expect((await stat(folder)).mode & 0o777).toBe(0o755);
});

test('behind TLS it is said that no proxy is believed', async () => {
  expect((await start({ url: 'https://lotse.test' })).join()).toContain('LOTSE_PROXY');
  expect((await start({ url: 'http://localhost:8080' })).join()).not.toContain('LOTSE_PROXY');
});
