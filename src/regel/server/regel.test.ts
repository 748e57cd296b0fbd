import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getRegel } from './get-regel.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, nachbar, type ActorName } from '#test/support/fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

function set(
  actor: ActorName,
  schluessel: string,
  wert: unknown,
  gueltigAb: string,
  begruendung = 'Beschluss',
) {
  return app.as(actor).send('POST', `/kreis/${kreis}/regel/${schluessel}`, { wert, gueltigAb, begruendung });
}

async function read(am: string, kenntnisstand?: string) {
  const konto = { kreisId: kreis, kontoId: app.konto.koordination };
  return app.db.asKonto(konto, {}, (tx) => getRegel(tx, kreis, 'aktiv_regel', am, kenntnisstand ?? null));
}

async function moment(): Promise<string> {
  const row = await app.owner((tx) => tx.one(sql<{ jetzt: Date }>`select clock_timestamp() as jetzt`));
  return row.jetzt.toISOString();
}

test('M400 without a decision of the Kreis the neutral default holds and is marked as such', async () => {
  const { body } = await app.as('casemanager').get(`/kreis/${kreis}/regel?am=2023-04-01`);
  expect(body.regel).toHaveLength(23);
  expect(body.regel[0]).toMatchObject({
    schluessel: 'aktiv_regel',
    wert: { art: 'kontakt', monate: 3 },
    gesetzt: false,
  });
  expect(body.abilities).toEqual({ setRegel: false });
});

test('M400 a report of an earlier day, or of what was known earlier, takes the rule that held then', async () => {
  expect((await set('koordination', 'aktiv_regel', { art: 'gemeldet' }, '2021-05-01')).status).toBe(201);
  const vorAenderung = await moment();
  expect(
    (await set('administration', 'aktiv_regel', { art: 'kontakt', monate: 4 }, '2024-01-01')).status,
  ).toBe(201);
  expect((await set('koordination', 'aktiv_regel', { art: 'kontakt', monate: 6 }, '2023-01-01')).status).toBe(
    201,
  );

  expect(await read('2021-04-30')).toEqual({ art: 'kontakt', monate: 3 });
  expect(await read('2022-12-31')).toEqual({ art: 'gemeldet' });
  expect(await read('2023-06-01')).toEqual({ art: 'kontakt', monate: 6 });
  expect(await read('2024-01-01')).toEqual({ art: 'kontakt', monate: 4 });
  expect(await read('2024-01-01', vorAenderung)).toEqual({ art: 'gemeldet' });

  const { body } = await app.as('ki_leitung').get(`/kreis/${kreis}/regel/aktiv_regel`);
  expect(
    body.map((r: { gueltigAb: string; gueltigBis: string | null }) => [r.gueltigAb, r.gueltigBis]),
  ).toEqual([
    ['2021-05-01', '2023-01-01'],
    ['2023-01-01', '2024-01-01'],
    ['2024-01-01', null],
  ]);
});

test('a wrong value, an unknown setting and a missing reason are refused', async () => {
  const wrong = await set('koordination', 'aktiv_regel', { art: 'kontakt', monate: 99 }, '2025-01-01');
  expect(wrong.body).toMatchObject({ code: 'regel-wert-ungueltig', felder: [{ instance: '/wert/monate' }] });
  expect((await set('koordination', 'erfunden', {}, '2025-01-01')).body.code).toBe('regel-unbekannt');
  const ohneGrund = await set('koordination', 'aktiv_regel', { art: 'gemeldet' }, '2025-01-01', ' ');
  expect(ohneGrund.body).toMatchObject({ code: 'eingabe-ungueltig', felder: [{ instance: '/begruendung' }] });
});

test('only the Koordination of the whole Kreis and the administration set rules', async () => {
  expect((await set('koordinationNorden', 'uhr_104c', { beginn: 'antrag' }, '2025-01-01')).status).toBe(403);
  expect((await set('casemanager', 'uhr_104c', { beginn: 'antrag' }, '2025-01-01')).status).toBe(404);
  expect((await app.as('ministerium').get(`/kreis/${kreis}/regel`)).status).toBe(404);
  expect((await app.as('casemanager').get(`/kreis/${nachbar}/regel`)).status).toBe(404);
});

test('setting a rule leaves an event that names no value', async () => {
  const rows = await app.owner((tx) =>
    tx.all(sql<{ daten: unknown }>`select daten from ereignis where art = 'regel.gesetzt' order by id`),
  );
  expect(rows[0]?.daten).toEqual({ schluessel: 'aktiv_regel', ab: '2021-05-01' });
});
