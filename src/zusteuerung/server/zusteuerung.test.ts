import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';

let app: TestApp;
let team: string;
let mbe: string;
beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2026-03-10T09:00:00Z') });
  await app.owner(async (tx) => {
    await tx.run(sql`insert into codeliste (kreis_id, liste, code, bezeichnung, bezeichnung_en, gemeinsam) values
      (${kreis}, 'wohnform', 'uebergangswohnung', 'städtische Übergangswohnung', 'transitional', 'uebergangswohnung'),
      (${kreis}, 'wohnform', 'eigene_wohnung', 'eigene Wohnung', 'own flat', 'eigene_wohnung')`);
    await tx.run(sql`insert into traeger_gebiet (kreis_id, traeger_id, kommune_id, gueltig_ab)
      values (${kreis}, ${traeger.alpha}, ${kommune.norden}, '2020-01-01')`);
  });
  team = await addStelle('Team Beratung und Begleitung', 'kommunales_team');
  mbe = await addStelle('Migrationsberatung (MBE)', 'migrationsberatung');
});
afterAll(() => app.close());

async function addStelle(name: string, art: string): Promise<string> {
  const { body } = await app.as('koordination').send('POST', `/kreis/${kreis}/stelle`, { name, art });
  return body.id;
}

const jede = {
  kommuneId: null,
  ortsteilId: null,
  zugang: null,
  wohnform: null,
  bedarf: null,
  anTraegerId: null,
  anStandortId: null,
  anStelleId: null,
  gueltigAb: '2023-01-01',
};

function add(regel: Record<string, unknown>, by: ActorName = 'koordination') {
  return app.as(by).send('POST', `/kreis/${kreis}/zusteuerung`, { ...jede, rang: 100, ...regel });
}

async function probe(query: Record<string, string>) {
  const search = new URLSearchParams({ kommune: kommune.norden, ...query });
  return (await app.as('casemanager').get(`/kreis/${kreis}/zusteuerung_probe?${search}`)).body;
}

async function list(am = '2026-03-10') {
  return (await app.as('casemanager').get(`/kreis/${kreis}/zusteuerung?am=${am}`)).body;
}

test('M94 M96 residents of transitional housing and simple matters go to the municipal team, complex need to KIM', async () => {
  const rules = [
    {
      rang: 10,
      bezeichnung: 'Städtische Übergangswohnung: Team',
      wohnform: 'uebergangswohnung',
      anStelleId: team,
    },
    {
      rang: 20,
      bezeichnung: 'Ausschließlich Sprachkurs und Ausweis: MBE',
      zugang: 'schule',
      bedarf: 'einfach',
      anStelleId: mbe,
    },
    { rang: 30, bezeichnung: 'Einfache Anliegen: Team', bedarf: 'einfach', anStelleId: team },
    { rang: 40, bezeichnung: 'Komplexe Fälle: KIM Case Management', bedarf: 'komplex' },
  ];
  for (const regel of rules) expect((await add(regel)).status).toBe(201);

  const uebergang = await probe({ wohnform: 'uebergangswohnung', bedarf: 'komplex' });
  expect(uebergang.ziel).toEqual([
    { art: 'stelle', id: team, name: 'Team Beratung und Begleitung', standort: null },
  ]);
  expect(uebergang.regel.bezeichnung).toBe('Städtische Übergangswohnung: Team');
  const schule = await probe({ wohnform: 'eigene_wohnung', bedarf: 'einfach', zugang: 'schule' });
  expect(schule.ziel[0].id).toBe(mbe);
  expect((await probe({ wohnform: 'eigene_wohnung', bedarf: 'einfach' })).ziel[0].id).toBe(team);
  const komplex = await probe({ wohnform: 'eigene_wohnung', bedarf: 'komplex' });
  expect(komplex.ziel).toEqual([{ art: 'traeger', id: traeger.alpha, name: 'Alpha', standort: null }]);
  expect(komplex.regel.bezeichnung).toBe('Komplexe Fälle: KIM Case Management');
  const unbekannt = await probe({});
  expect([unbekannt.regel, unbekannt.ziel[0].id]).toEqual([null, traeger.alpha]);
});

test('M94 a rule is changed from a day on: before that day it holds as agreed, and every version stays known', async () => {
  const { body } = await add({
    rang: 900,
    bezeichnung: 'Anfragen der Schule an Alpha',
    anTraegerId: traeger.alpha,
  });
  const before = (await list()).regel.find((each: { reiheId: string }) => each.reiheId === body.reiheId);
  const path = `/kreis/${kreis}/zusteuerung/${body.reiheId}`;
  const change = {
    ...jede,
    rang: 900,
    bezeichnung: 'Anfragen der Schule an Beta',
    anTraegerId: traeger.beta,
    gueltigAb: '2026-01-01',
    fassungId: before.id,
  };
  expect((await app.as('koordination').send('PUT', path, change)).status).toBe(200);
  const on = async (am: string) =>
    (await list(am)).regel.find((each: { reiheId: string }) => each.reiheId === body.reiheId)?.anTraegerId;
  expect([await on('2025-12-31'), await on('2026-01-01')]).toEqual([traeger.alpha, traeger.beta]);
  const stale = await app.as('koordination').send('PUT', path, change);
  expect(stale.body.code).toBe('gleichzeitig-geaendert');

  const [, , now] = (await app.as('casemanager').get(path)).body;
  const end = await app.as('koordination').send('POST', `${path}/ende`, {
    fassungId: now.id,
    gueltigBis: '2026-03-01',
  });
  expect(end.status).toBe(204);
  expect([await on('2026-02-28'), await on('2026-03-01')]).toEqual([traeger.beta, undefined]);
  const verlauf = (await app.as('casemanager').get(path)).body;
  expect(verlauf).toHaveLength(4);
  expect(verlauf.filter((each: { ersetztAm: string | null }) => each.ersetztAm === null)).toHaveLength(2);
});

test('M94 the Koordination agrees rules, that of a region for its own Kommunen only; nobody else does', async () => {
  const north = {
    bezeichnung: 'Norddorf an Alpha',
    kommuneId: kommune.norden,
    anTraegerId: traeger.alpha,
    rang: 901,
  };
  expect((await add(north, 'koordinationNorden')).status).toBe(201);
  expect((await add(north, 'koordinationSueden')).body.code).toBe('zusteuerung-nur-eigene-region');
  expect((await add({ ...north, kommuneId: null }, 'koordinationNorden')).status).toBe(403);
  expect((await add(north, 'casemanager')).status).toBe(404);
});

test('a rule with two targets, or with codes and offices the Kreis does not have, is refused at its fields', async () => {
  const fremd = '99999999-9999-4999-8999-999999999999';
  const wrong = await add({
    bezeichnung: 'Zu viel',
    wohnform: 'burg',
    anTraegerId: traeger.gamma,
    anStelleId: fremd,
  });
  expect(wrong.body.felder).toEqual([
    { instance: '/anStelleId', code: 'zusteuerung-zwei-ziele' },
    { instance: '/anTraegerId', code: 'code-unbekannt' },
    { instance: '/anStelleId', code: 'code-unbekannt' },
    { instance: '/wohnform', code: 'code-unbekannt' },
  ]);
});

async function setZielgruppe(wert: unknown, gueltigAb: string, begruendung: string) {
  const path = `/kreis/${kreis}/regel/zielgruppe`;
  return app.as('koordination').send('POST', path, { wert, gueltigAb, begruendung });
}

test('M84 a Kreis may narrow the target group to newcomers of five years without another case management', async () => {
  await setZielgruppe({ art: 'neuzugewandert', jahre: 5 }, '2024-01-01', 'Interessenbekundung 2.2');
  const befund = async (query: Record<string, string>) => (await probe(query)).zielgruppe;
  expect(await befund({ einreise: '2021-03-10', anderer: 'keiner' })).toBe('gehoert_dazu');
  expect(await befund({ einreise: '2021-03-09', anderer: 'keiner' })).toBe('gehoert_nicht_dazu');
  expect(await befund({ einreise: '2025-01-01', anderer: 'ausreichend' })).toBe('gehoert_nicht_dazu');
  expect(await befund({ einreise: '2025-01-01' })).toBe('offen');
});

test('M85 a Kreis may narrow it to those with no or insufficient access to the support system', async () => {
  await setZielgruppe({ art: 'ohne_zugang' }, '2025-06-01', 'Sachstand, Zugang');
  const befund = async (query: Record<string, string>) => (await probe(query)).zielgruppe;
  expect(await befund({ anderer: 'keiner', einreise: '2001-01-01' })).toBe('gehoert_dazu');
  expect(await befund({ anderer: 'unzureichend' })).toBe('gehoert_dazu');
  expect(await befund({ anderer: 'ausreichend' })).toBe('gehoert_nicht_dazu');
  expect(await befund({})).toBe('offen');
});

test('M86 a restriction holds from its day on, with the reason it was given and the versions before it', async () => {
  const ohneGrund = await setZielgruppe({ art: 'alle' }, '2026-02-01', ' ');
  expect(ohneGrund.status).toBe(422);
  const neu = { art: 'fokus', gruppen: ['Geduldete'], freierAnteilProzent: 34 };
  await setZielgruppe(neu, '2026-02-01', 'Wartende im vierten Quartal 2025: 31 von 40 geduldet');
  const now = await list();
  expect(now.zielgruppe).toMatchObject({
    wert: neu,
    gueltigAb: '2026-02-01',
    begruendung: 'Wartende im vierten Quartal 2025: 31 von 40 geduldet',
  });
  expect(now.zielgruppe.verlauf.map((each: { wert: { art: string } }) => each.wert.art)).toEqual([
    'neuzugewandert',
    'ohne_zugang',
    'fokus',
  ]);
  expect((await list('2025-01-01')).zielgruppe.wert).toEqual({ art: 'neuzugewandert', jahre: 5 });
  expect((await list('2020-01-01')).zielgruppe).toMatchObject({ wert: { art: 'alle' }, gueltigAb: null });
  // The data behind the decision: how many of the places the focus groups hold.
  const path = `/kreis/${kreis}/fokus_quote?traegerId=${traeger.alpha}`;
  expect((await app.as('koordination').get(path)).body).toMatchObject({ traegerId: traeger.alpha });
});
