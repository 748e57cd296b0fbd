import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger } from '#test/support/fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2026-03-10T09:00:00Z') });
});
afterAll(() => app.close());

const treffen = {
  am: '2026-03-03',
  name: 'AK Flucht',
  art: 'arbeitskreis',
  kommuneId: kommune.norden,
  traegerId: traeger.alpha,
};

test('M298 the case management notes in which local network formats it took part, and what came out', async () => {
  const path = `/kreis/${kreis}/netzwerktreffen`;
  const added = await app.as('casemanager').send('POST', path, treffen);
  expect(added.status).toBe(201);
  await app.as('koordination').send('POST', path, { ...treffen, am: '2026-03-09', name: 'Runder Tisch' });
  const changed = await app.as('kollegin').send('PUT', `${path}/${added.body.id}`, {
    ...treffen,
    ergebnis: 'Sprachkurse werden knapp',
    fassung: 1,
  });
  expect(changed.body).toMatchObject({ ergebnis: 'Sprachkurse werden knapp', fassung: 2 });
  const { body } = await app.as('ki_leitung').get(path);
  expect(body.netzwerktreffen.map(({ name }: { name: string }) => name)).toEqual([
    'Runder Tisch',
    'AK Flucht',
  ]);
  expect(body.abilities).toEqual({ changeNetzwerktreffen: false });
});

test('a meeting that has not been yet, and one of a foreign Kommune or Träger, are refused', async () => {
  const path = `/kreis/${kreis}/netzwerktreffen`;
  const wrong = { ...treffen, am: '2026-03-11', kommuneId: kommune.nachbar, traegerId: traeger.gamma };
  expect((await app.as('casemanager').send('POST', path, wrong)).body.felder).toEqual([
    { instance: '/kommuneId', code: 'code-unbekannt' },
    { instance: '/am', code: 'datum-in-zukunft' },
    { instance: '/traegerId', code: 'code-unbekannt' },
  ]);
});
