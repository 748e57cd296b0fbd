import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { look } from '#test/support/look.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const path = '/entwurf/kontakt-erfassen/fall-1';
const werte = { notiz: 'halb getippter Satz', dauer: 30, bereiche: ['wohnen'] };

test('a draft comes back as it was typed, the newest stand wins', async () => {
  const own = app.as('casemanager');
  expect((await own.get(path)).body).toEqual({ werte: null, geaendertAm: null });
  expect((await own.send('PUT', path, { werte: { notiz: 'halb' } })).status).toBe(204);
  await own.send('PUT', path, { werte });
  expect((await own.get(path)).body).toEqual({ werte, geaendertAm: expect.any(String) });
});

test('a draft belongs to account and form alone', async () => {
  expect((await app.as('kollegin').get(path)).body.werte).toBeNull();
  expect((await app.as('casemanager').get('/entwurf/kontakt-erfassen/fall-2')).body.werte).toBeNull();
  expect((await app.nobody.get(path)).status).toBe(401);
});

test('a draft lies sealed in the database, and its seal opens in no other place', async () => {
  const rows = await look(app, sql<{ siegel: Buffer }>`select siegel from entwurf`);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.siegel.toString('latin1')).not.toContain('halb');
  await look(
    app,
    sql`insert into entwurf (kreis_id, konto_id, formular, bezug, siegel)
    select kreis_id, ${app.konto.kollegin}, formular, bezug, siegel from entwurf`,
  );
  expect((await app.as('kollegin').get(path)).status).toBe(500);
});

test('a dropped draft is gone, dropping it again does no harm', async () => {
  expect((await app.as('casemanager').send('DELETE', path)).status).toBe(204);
  expect((await app.as('casemanager').get(path)).body.werte).toBeNull();
  expect((await app.as('casemanager').send('DELETE', path)).status).toBe(204);
});
