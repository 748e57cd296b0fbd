import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis } from '#test/support/fixture.ts';
import { look } from '#test/support/look.ts';
import { asAdmin, insertCase, type TestCase } from '#test/support/relation.ts';
import { fehlgriffGrenze, mengeGrenzen } from '../rules.ts';

let app: TestApp;
const own: TestCase[] = [];
const open: TestCase[] = [];
beforeAll(async () => {
  app = await startTestApp();
  for (let n = 0; n < 5; n += 1) own.push(await insertCase(app, 'eigen'));
  for (let n = 0; n < 2 * mengeGrenzen.stunde + 5; n += 1) open.push(await insertCase(app, 'offen'));
}, 60_000);
afterAll(() => app.close());

const read = (fall: TestCase) => app.as('casemanager').get(`/kreis/${kreis}/fall/${fall.fallId}`);

async function readAll(faelle: readonly TestCase[]): Promise<number[]> {
  const seen = new Set<number>();
  for (const fall of faelle) seen.add((await read(fall)).status);
  return [...seen];
}

test('M399 own cases and lists never meet the brake; fifty files of others in an hour do, and a proof of identity gives one more portion', async () => {
  const { stunde } = mengeGrenzen;
  for (let n = 0; n < 14; n += 1) expect(await readAll(own)).toEqual([200]);
  for (let n = 0; n < 5; n += 1)
    expect((await app.as('casemanager').get(`/kreis/${kreis}/fall?anzahl=500`)).status).toBe(200);
  expect(await readAll(open.slice(0, stunde))).toEqual([200]);
  const refused = await read(open[stunde]!);
  expect([refused.status, refused.body]).toEqual([
    403,
    expect.objectContaining({ code: 'menge-erreicht', daten: { grenze: stunde, zeitraum: 'stunde' } }),
  ]);
  // What was read already and what is one's own stays open.
  expect(await readAll([...own, ...open.slice(0, 5)])).toEqual([200]);
  await asAdmin(app, (tx) =>
    tx.run(
      sql`update sitzung set bestaetigt_am = now() + interval '1 second' where konto_id = ${app.konto.casemanager}`,
    ),
  );
  expect(await readAll(open.slice(stunde, 2 * stunde))).toEqual([200]);
  // The file that was asked for and refused counts once it is read, so the next portion ends within one of it.
  expect(await readAll(open.slice(2 * stunde))).toContain(403);
  const told = await look(
    app,
    sql<{
      art: string;
      n: number;
    }>`select art, count(*)::int as n from auffaelligkeit where konto_id = ${app.konto.casemanager} group by 1`,
  );
  expect(told).toEqual([{ art: 'menge', n: 1 }]);
  const [message] = await look(
    app,
    sql<{ daten: unknown }>`select daten from nachricht where konto_id = ${app.konto.datenschutz}`,
  );
  expect(message).toEqual({ daten: { anzahl: 1 } });
}, 60_000);

test('M399 a restart does not forget what was read', async () => {
  const { createApp } = await import('#src/app/server/app.ts');
  const again = createApp(app.deps);
  const session = await look(
    app,
    sql<{ n: number }>`
    select count(*)::int as n from lesezugriff where konto_id = ${app.konto.casemanager}`,
  );
  expect(session[0]?.n).toBeGreaterThan(100);
  const fresh = await insertCase(app, 'offen');
  const cookie = await app.cookie('casemanager');
  const response = await again.request(`/api/kreis/${kreis}/fall/${fresh.fallId}`, { headers: { cookie } });
  expect(response.status).toBe(403);
});

test('M399 who asks for many cases that do not exist for her is reported, not stopped', async () => {
  for (let n = 0; n <= fehlgriffGrenze; n += 1) {
    const reply = await app.as('kollegin').get(`/kreis/${kreis}/fall/${crypto.randomUUID()}`);
    expect(reply.status).toBe(404);
  }
  await expect
    .poll(() => look(app, sql`select art, anzahl from auffaelligkeit where konto_id = ${app.konto.kollegin}`))
    .toEqual([{ art: 'fehlgriffe', anzahl: fehlgriffGrenze + 1 }]);
});
