import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { arrange, look } from '#test/support/look.ts';
import { kreis } from '#test/support/fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const kontakt = {
  am: '2023-02-01',
  qualifiziert: true,
  format: 'telefon',
  ort: 'kein',
  dauerMinuten: null,
  sprache: null,
  dolmetschen: 'kein',
  lebensbereich: ['wohnen'],
  notiz: '',
};

test('a role that ends between two requests opens and writes nothing more, a new one counts at once', async () => {
  const { fallId } = await app.admit('casemanager', {});
  const fall = `/kreis/${kreis}/fall/${fallId}`;
  const own = app.as('casemanager');
  expect((await own.get(fall)).status).toBe(200);
  const ende = (bis: ReturnType<typeof sql>) =>
    arrange(app, sql`update rolle set gueltig_bis = ${bis} where konto_id = ${app.konto.casemanager}`);

  await ende(sql`now()`);
  expect((await own.get(fall)).status).toBe(404);
  expect((await own.send('POST', `${fall}/beratungskontakt`, kontakt)).status).toBe(404);
  await ende(sql`null`);
  expect((await own.get(fall)).status).toBe(200);
  await ende(sql`now()`);
  expect((await own.send('POST', `${fall}/beratungskontakt`, kontakt)).status).toBe(404);
  expect(await look(app, sql`select id from beratungskontakt where fall_id = ${fallId}`)).toEqual([]);
});

test('a session that was ended elsewhere is over with the next request', async () => {
  const own = app.as('kollegin');
  const list = `/kreis/${kreis}/fall`;
  expect((await own.get(list)).status).toBe(200);
  await arrange(app, sql`delete from sitzung where konto_id = ${app.konto.kollegin}`);
  expect((await own.get(list)).status).toBe(401);
});
