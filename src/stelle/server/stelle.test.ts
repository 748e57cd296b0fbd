import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, nachbar } from '#test/support/fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2026-03-10T09:00:00Z') });
});
afterAll(() => app.close());

const jobcenter = { name: 'Jobcenter Norddorf', art: 'jobcenter', kommuneId: kommune.norden };

function add(body: Record<string, unknown>, by: 'casemanager' | 'koordination' = 'casemanager') {
  return app.as(by).send('POST', `/kreis/${kreis}/stelle`, body);
}

async function find(name: string) {
  const { body } = await app.as('traegerleitung').get(`/kreis/${kreis}/stelle`);
  return body.stelle.find((each: { name: string }) => each.name === name);
}

test('M95 a partner is known before a route is agreed, and then with route and day of the agreement', async () => {
  const added = await add(jobcenter);
  expect(added.status).toBe(201);
  expect(await find('Jobcenter Norddorf')).toMatchObject({ vereinbartAm: null, weg: '' });

  const changed = await app.as('koordination').send('PUT', `/kreis/${kreis}/stelle/${added.body.id}`, {
    ...jobcenter,
    weg: 'Nach Absprache im gemeinsamen Termin',
    vereinbartAm: '2026-03-02',
    zugesteuert: true,
    fassung: 1,
  });
  expect(changed.status).toBe(200);
  expect(await find('Jobcenter Norddorf')).toMatchObject({
    weg: 'Nach Absprache im gemeinsamen Termin',
    vereinbartAm: '2026-03-02',
    fassung: 2,
  });
  const events = await app.owner((tx) =>
    tx.all(sql<{ art: string; daten: unknown }>`select art, daten from ereignis
      where gegenstand_id = ${added.body.id} order by id`),
  );
  expect(events.map(({ art }) => art)).toEqual(['stelle.angelegt', 'stelle.geaendert']);
  expect(events[1]?.daten).toEqual({ fassung: 2, vereinbartAm: '2026-03-02', gueltigBis: null });
});

test('M95 an agreement cannot lie in the future, and an office cannot end before it began', async () => {
  const future = await add({ name: 'Schule am Park', art: 'schule', vereinbartAm: '2026-03-11' });
  expect(future.body.felder).toEqual([{ instance: '/vereinbartAm', code: 'datum-in-zukunft' }]);
  const ended = await add({ name: 'Schule am Park', art: 'schule', gueltigBis: '2026-03-10' });
  expect(ended.body.felder).toEqual([{ instance: '/gueltigBis', code: 'stelle-ende-vor-beginn' }]);
  expect(await find('Schule am Park')).toBeUndefined();
});

test('a name is given once in a Kreis, whoever wrote it how', async () => {
  await add({ name: 'Kita Sonne', art: 'kita' });
  const twice = await add({ name: 'kita sonne', art: 'kita' }, 'koordination');
  expect(twice.body.felder).toEqual([{ instance: '/name', code: 'stelle-name-vergeben' }]);
  const neighbour = await app
    .as('nachbarCasemanager')
    .send('POST', `/kreis/${nachbar}/stelle`, { name: 'Kita Sonne', art: 'kita' });
  expect(neighbour.status).toBe(201);
});

test('a change on an older version is refused and says what stands now', async () => {
  const { body } = await add({ name: 'Frauenhaus', art: 'fachberatung' });
  const path = `/kreis/${kreis}/stelle/${body.id}`;
  const change = { name: 'Frauenhaus', art: 'fachberatung', telefon: '02371 1', fassung: 1 };
  expect((await app.as('verwaltungsassistenz').send('PUT', path, change)).status).toBe(200);
  const late = await app.as('casemanager').send('PUT', path, { ...change, telefon: '02371 2' });
  expect(late.body).toMatchObject({
    code: 'gleichzeitig-geaendert',
    daten: { aktuell: { telefon: '02371 1', fassung: 2 }, geaendert: ['telefon'] },
  });
});

test('an office of the Kreis next door does not exist here, and leaders read without writing', async () => {
  const { body } = await add({ name: 'Stadtteilbüro Nord', art: 'sonstige' });
  const path = `/kreis/${kreis}/stelle/${body.id}`;
  const change = { name: 'Fremd', art: 'sonstige', fassung: 1 };
  expect((await app.as('nachbarCasemanager').send('PUT', path, change)).status).toBe(404);
  expect((await app.as('traegerleitung').send('PUT', path, change)).status).toBe(404);
  expect((await app.as('ministerium').get(`/kreis/${kreis}/stelle`)).status).toBe(404);
  expect((await app.as('casemanager').get(`/kreis/${kreis}/stelle`)).body.abilities).toEqual({
    changeStelle: true,
  });
  expect((await app.as('ki_leitung').get(`/kreis/${kreis}/stelle`)).body.abilities).toEqual({
    changeStelle: false,
  });
});
