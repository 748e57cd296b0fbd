import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, nachbar } from '#test/support/fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.admit();
});
afterAll(() => app.close());

function add(body: Record<string, unknown>) {
  return app.as('koordination').send('POST', `/kreis/${kreis}/lage`, { bis: null, ...body });
}

const quartale = 'stichtag=2023-01-15,2023-04-01';

async function fallzahlen(frage = quartale) {
  return (await app.as('koordination').get(`/kreis/${kreis}/auswertung/fallzahlen?${frage}`)).body;
}

test('M106 an event from outside stands with its days under the series it falls into, and changes no figure', async () => {
  const before = await fallzahlen();
  await add({ am: '2022-02-24', bezeichnung: 'Angriff auf die Ukraine' });
  await add({ am: '2023-02-01', bis: '2023-05-31', bezeichnung: 'Schließung der ZUE' });
  await add({ am: '2023-01-15', bezeichnung: 'Neue Zuweisungen' });
  const after = await fallzahlen();
  expect(after.fallzahlen).toEqual(before.fallzahlen);
  expect(after.definition.lage).toEqual([
    { am: '2023-01-15', bis: null, bezeichnung: 'Neue Zuweisungen' },
    { am: '2023-02-01', bis: '2023-05-31', bezeichnung: 'Schließung der ZUE' },
  ]);
  expect((await fallzahlen('stichtag=2023-04-01')).definition.lage).toEqual([]);
  const kontakte = await app
    .as('casemanager')
    .get(`/kreis/${kreis}/auswertung/kontakte?von=2023-05&bis=2023-06`);
  expect(kontakte.body.definition.lage).toHaveLength(1);
  const csv = await app.as('koordination').get(`/kreis/${kreis}/auswertung/fallzahlen/csv?${quartale}`);
  const text = new TextDecoder().decode(csv.bytes);
  expect(text).toContain('Ereignis 01.02.2023 bis 31.05.2023: Schließung der ZUE');
});

test('M106 an event is corrected when its end becomes known, and removed when it was a mistake', async () => {
  const { body } = await add({ am: '2024-01-01', bezeichnung: 'Erwartete Zuweisungen' });
  const path = `/kreis/${kreis}/lage/${body.id}`;
  const change = { am: '2024-01-01', bis: '2023-12-31', bezeichnung: 'Zuweisungen', fassung: 1 };
  const wrong = await app.as('verwaltungsassistenz').send('PUT', path, change);
  expect(wrong.body.felder).toEqual([{ instance: '/bis', code: 'lage-ende-vor-beginn' }]);
  const right = await app.as('verwaltungsassistenz').send('PUT', path, { ...change, bis: '2024-03-31' });
  expect(right.body).toMatchObject({ bis: '2024-03-31', fassung: 2 });
  expect((await app.as('koordination').send('PUT', path, change)).body.code).toBe('gleichzeitig-geaendert');
  expect((await app.as('koordination').send('DELETE', path)).status).toBe(204);
  expect((await app.as('koordination').send('DELETE', path)).status).toBe(404);
});

test('case managers read what explains the figures; the Kreis next door has events of its own', async () => {
  const { body } = await app.as('casemanager').get(`/kreis/${kreis}/lage`);
  expect(body.abilities).toEqual({ changeLage: false });
  expect(body.lage[0].am > body.lage[1].am).toBe(true);
  const wish = { am: '2024-01-01', bis: null, bezeichnung: 'Wunsch' };
  expect((await app.as('casemanager').send('POST', `/kreis/${kreis}/lage`, wish)).status).toBe(404);
  expect((await app.as('nachbarKoordination').get(`/kreis/${nachbar}/lage`)).body.lage).toEqual([]);
  expect((await app.as('nachbarKoordination').get(`/kreis/${kreis}/lage`)).status).toBe(404);
});
