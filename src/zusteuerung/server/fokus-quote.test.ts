import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger, type ActorName } from '#test/support/fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2023-02-10T09:00:00Z') });
});
afterAll(() => app.close());

function quote(by: ActorName = 'casemanager', traegerId: string = traeger.alpha) {
  return app.as(by).get(`/kreis/${kreis}/fokus_quote?traegerId=${traegerId}`);
}

function setRegel(schluessel: string, wert: unknown) {
  return app.as('koordination').send('POST', `/kreis/${kreis}/regel/${schluessel}`, {
    wert,
    gueltigAb: '2022-01-01',
    begruendung: 'Konzept',
  });
}

async function mark(fallId: string): Promise<void> {
  await app.db.asKonto({ kreisId: kreis, kontoId: app.konto.casemanager }, {}, (tx) =>
    tx.run(sql`insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab)
      values (${kreis}, ${fallId}, 'fokusgruppe', 'ja', '2023-01-10')`),
  );
}

test('M88 the quota counts occupied posts times cases per post, and of the active cases those of the focus group', async () => {
  expect((await quote()).body.quote).toBeNull();
  await setRegel('fallschluessel', { art: 'spanne', von: 2, bis: 6 });
  await setRegel('zielgruppe', { art: 'fokus', gruppen: ['Geduldete'], freierAnteilProzent: 34 });
  await app.owner((tx) =>
    tx.run(sql`insert into stellenanteil (kreis_id, baustein, ebene, bezeichnung, traeger_id, vzae_hundertstel, gueltig_ab)
      values (${kreis}, 2, 'besetzung', 'CM', ${traeger.alpha}, 150, '2022-01-01'),
        (${kreis}, 2, 'vertrag', 'CM', ${traeger.alpha}, 300, '2022-01-01'),
        (${kreis}, 1, 'besetzung', 'KO', ${traeger.alpha}, 100, '2022-01-01'),
        (${kreis}, 2, 'besetzung', 'CM alt', ${traeger.alpha}, 100, '2021-01-01'),
        (${kreis}, 2, 'besetzung', 'CM Beta', ${traeger.beta}, 100, '2022-01-01')`),
  );
  await app.owner((tx) =>
    tx.run(sql`update stellenanteil set gueltig_bis = '2022-12-31' where bezeichnung = 'CM alt'`),
  );
  const cases: string[] = [];
  for (const vorname of ['Rima', 'Samir', 'Nour', 'Dana']) {
    cases.push((await app.admit('casemanager', { vorname, geburtsdatum: null })).fallId);
  }
  for (const fallId of cases.slice(0, 3)) await mark(fallId);
  const path = `/kreis/${kreis}/fall/${cases[2]}/status`;
  const ruht = { fassung: 1, status: 'ruhend', ab: '2023-02-01', grund: 'nicht_gemeldet', begruendung: '' };
  expect((await app.as('casemanager').send('POST', path, ruht)).status).toBe(200);
  await app.admit('casemanagerBeta');

  expect((await quote()).body).toEqual({
    am: '2023-02-10',
    traegerId: traeger.alpha,
    quote: {
      gruppen: ['Geduldete'],
      freierAnteilProzent: 34,
      plaetze: 9,
      aktiv: 3,
      fokus: 2,
      fokusHoechstens: 5,
      fokusFrei: 3,
      frei: 6,
    },
  });
});

test('M88 the quota of a Träger is for its own colleagues and for those who count the whole Kreis', async () => {
  expect((await quote('koordination', traeger.beta)).body.quote).toMatchObject({
    plaetze: 6,
    aktiv: 1,
    fokus: 0,
  });
  expect((await quote('traegerleitung')).status).toBe(200);
  for (const by of [
    'casemanagerBeta',
    'koordinationNorden',
    'nachbarKoordination',
    'lenkungskreis',
  ] as const) {
    expect([by, (await quote(by)).status]).toEqual([by, 404]);
  }
});
