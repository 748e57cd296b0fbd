import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis } from '#test/support/fixture.ts';
import { standOf } from '../rules.ts';

let app: TestApp;
const jobcenter = randomUUID();
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2026-03-10T09:00:00Z') });
  await app.owner((tx) =>
    tx.run(
      sql`insert into stelle (kreis_id, id, name, art) values (${kreis}, ${jobcenter}, 'Jobcenter', 'jobcenter')`,
    ),
  );
});
afterAll(() => app.close());

const entwurf = { stelleId: jobcenter, aufgaben: 'Leistung und Vermittlung in Arbeit' };

function add(body: Record<string, unknown>) {
  return app.as('casemanager').send('POST', `/kreis/${kreis}/vereinbarung`, body);
}

test('M293 M299 an agreement says tasks, delimitation, transition and the next joint talk; first it is only talked about', async () => {
  const { status, body } = await add(entwurf);
  expect([status, body.vereinbartAm]).toEqual([201, null]);
  const full = {
    ...entwurf,
    kommuneId: kommune.norden,
    abgrenzung: 'Keine Anträge durch KIM',
    uebergang: 'Gemeinsamer Termin, Rückmeldung binnen vier Wochen',
    vereinbartAm: '2026-03-02',
    abstimmungAm: '2026-06-01',
    fassung: 1,
  };
  const path = `/kreis/${kreis}/vereinbarung/${body.id}`;
  expect((await app.as('koordination').send('PUT', path, full)).body).toMatchObject({ ...full, fassung: 2 });
  const list = await app.as('abh_ebh').get(`/kreis/${kreis}/vereinbarung`);
  expect(list.body.vereinbarung).toMatchObject([
    {
      stelle: 'Jobcenter',
      abgrenzung: full.abgrenzung,
      uebergang: full.uebergang,
      abstimmungAm: '2026-06-01',
    },
  ]);
  const late = await app.as('casemanager').send('PUT', path, full);
  expect(late.body).toMatchObject({ code: 'gleichzeitig-geaendert', daten: { aktuell: { fassung: 2 } } });
});

test('M293 an agreement of the future, one that ends before it begins and one with nobody are refused', async () => {
  expect((await add({ ...entwurf, vereinbartAm: '2026-03-11' })).body.felder).toEqual([
    { instance: '/vereinbartAm', code: 'datum-in-zukunft' },
  ]);
  expect(
    (await add({ ...entwurf, vereinbartAm: '2026-03-01', gueltigBis: '2026-03-01' })).body.felder,
  ).toEqual([{ instance: '/gueltigBis', code: 'vereinbarung-ende-vor-beginn' }]);
  expect((await add({ ...entwurf, stelleId: randomUUID() })).body.felder).toEqual([
    { instance: '/stelleId', code: 'vereinbarung-stelle-unbekannt' },
  ]);
});

test('M293 an agreement holds, ends soon or has ended by its days', () => {
  const on = (vereinbartAm: string | null, gueltigBis: string | null) =>
    standOf({ vereinbartAm, gueltigBis }, '2026-03-10', '2026-05-10');
  expect(on(null, null)).toBe('im_gespraech');
  expect(on('2026-01-01', null)).toBe('gilt');
  expect(on('2026-01-01', '2026-05-11')).toBe('gilt');
  expect(on('2026-01-01', '2026-05-10')).toBe('endet_bald');
  expect(on('2026-01-01', '2026-03-10')).toBe('beendet');
});
