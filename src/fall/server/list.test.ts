import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { arrange, look } from '#test/support/look.ts';
import { kommune, kreis, traeger, type ActorName } from '#test/support/fixture.ts';

let app: TestApp;
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2023-04-01T10:00:00Z') });
  const people: [
    key: string,
    by: ActorName,
    vorname: string,
    familienname: string,
    am: string,
    ort: string,
  ][] = [
    ['mohamed', 'casemanager', 'Mohamed', 'Al-Hassan', '2023-01-05', kommune.norden],
    ['ayse', 'casemanager', 'Ayşe', 'Öztürk', '2023-02-01', kommune.sueden],
    ['tetjana', 'casemanager', 'Tetjana', 'Schewtschenko', '2023-03-01', kommune.norden],
    ['kollegin', 'kollegin', 'Muhammad', 'Rahimi', '2023-03-02', kommune.norden],
    ['offen', 'kollegin', 'Khaled', 'Haddad', '2023-03-03', kommune.sueden],
    ['beta', 'casemanagerBeta', 'Mohammed', 'Saleh', '2023-03-04', kommune.norden],
  ];
  for (const [key, by, vorname, familienname, aufgenommenAm, kommuneId] of people) {
    const fall = await app.admit(by, {
      vorname,
      familienname,
      aufgenommenAm,
      kommuneId,
      traegerId: by === 'casemanagerBeta' ? traeger.beta : traeger.alpha,
      einwilligung: { erteiltAm: '2023-01-01', textfassung: '1', sprache: 'ara' },
      merkmal: {
        geschlecht: 'w',
        herkunftsland: key === 'ayse' ? null : 'sy',
        leistungsbezug: null,
        lebensbereich: [],
      },
    });
    ids[key] = fall.fallId;
  }
  await arrange(app, sql`update fall set casemanager_id = null where id = ${ids['offen']}`);
  await arrange(
    app,
    sql`update person set casemanager_id = null where id = (select person_id from fall where id = ${ids['offen']})`,
  );
});
afterAll(() => app.close());

async function list(by: ActorName, query: Record<string, string> = {}) {
  const reply =
    query['suche'] === undefined
      ? await app.as(by).get(`/kreis/${kreis}/fall?${new URLSearchParams(query)}`)
      : await app.as(by).send('POST', `/kreis/${kreis}/fall/suche`, query);
  expect(reply.status).toBe(200);
  return reply.body as {
    gesamt: number;
    fall: { id: string; nummer: string; person: unknown; status: string }[];
  };
}

async function keys(by: ActorName, query: Record<string, string> = {}): Promise<string[]> {
  const { fall } = await list(by, query);
  return fall.map((f) => Object.keys(ids).find((key) => ids[key] === f.id) ?? f.id);
}

describe('who sees which case', () => {
  test('case managers see their own and those that nobody has yet, by name', async () => {
    expect((await keys('casemanager')).toSorted()).toEqual(['ayse', 'mohamed', 'offen', 'tetjana']);
    expect((await keys('kollegin')).toSorted()).toEqual(['kollegin', 'offen']);
    expect(await keys('casemanagerBeta')).toEqual(['beta']);
  });

  test('M53 M54 the Koordination sees all cases of its Kreis or region, none by name', async () => {
    expect(await keys('koordination')).toHaveLength(6);
    expect((await keys('koordinationSueden')).toSorted()).toEqual(['ayse', 'offen']);
    const { fall } = await list('koordination');
    expect(fall.every((f) => f.person === null)).toBe(true);
    const text = JSON.stringify(fall);
    expect(text).not.toMatch(/Hassan|Öztürk|Ayşe|Schewtschenko/);
  });

  test.each([
    'verwaltungsassistenz',
    'traegerleitung',
    'administration',
    'datenschutz',
    'ministerium',
  ] as const)('for %s there is no list', async (by) => {
    expect((await app.as(by).get(`/kreis/${kreis}/fall`)).status).toBe(404);
  });

  test('a substitute sees the cases of the colleague while it lasts', async () => {
    await arrange(
      app,
      sql`insert into vertretung (kreis_id, konto_id, vertritt_konto_id, traeger_id, gueltig_ab, gueltig_bis)
      values (${kreis}, ${app.konto.kollegin}, ${app.konto.casemanager}, ${traeger.alpha}, current_date, current_date + 1)`,
    );
    expect(await keys('kollegin')).toHaveLength(5);
    await arrange(app, sql`delete from vertretung`);
    expect(await keys('kollegin')).toHaveLength(2);
  });

  test('M399 a named list leaves one row with every person in it, a list of numbers none', async () => {
    const count = () =>
      look(app, sql<{ person_id: string[] }>`select person_id from lesezugriff where vorgang = 'fall.list'`);
    const before = (await count()).length;
    await list('koordination');
    expect(await count()).toHaveLength(before);
    await list('casemanager', { anzahl: '3' });
    const rows = await count();
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)?.person_id).toHaveLength(3);
  });
});

describe('search', () => {
  test.each([
    ['Mohamed', 'mohamed'],
    ['Muhammad', 'mohamed'],
    ['hassan mohamed', 'mohamed'],
    ['Ayse', 'ayse'],
    ['Aische Oeztuerk', 'ayse'],
    ['Shevchenko', 'tetjana'],
    ['Tatyana', 'tetjana'],
    ['Schewtchenko', 'tetjana'],
    ['Chalid', 'offen'],
  ])('"%s" finds %s first', async (suche, expected) => {
    expect((await keys('casemanager', { suche }))[0]).toBe(expected);
  });

  test('finds nobody whom the actor does not see', async () => {
    expect(await keys('casemanager', { suche: 'Rahimi' })).toEqual([]);
    expect(await keys('casemanagerBeta', { suche: 'Hassan' })).toEqual([]);
  });

  test('the Koordination gets no hit and no hint by name, but finds a number', async () => {
    const none = await list('koordination', { suche: 'Schewtschenko' });
    expect(none).toEqual({ gesamt: 0, fall: [] });
    const { fall } = await list('casemanager', { suche: 'Schewtschenko' });
    const nummer = fall[0]?.nummer ?? '';
    expect(await keys('koordination', { suche: nummer.toLowerCase() })).toEqual(['tetjana']);
    expect(await keys('casemanager', { suche: 'MU-000' })).toHaveLength(4);
  });

  test.each(['%', '_', "'", '\\', '-', '1%', '123 OR 1=1'])('"%s" is no wildcard', async (suche) => {
    expect(await keys('casemanager', { suche })).toEqual([]);
  });

  test('what has little in common is no hit', async () => {
    expect(await keys('casemanager', { suche: 'Brandstetter' })).toEqual([]);
    expect(await keys('casemanager', { suche: 'Schewtschenko' })).toEqual(['tetjana']);
    expect(await keys('casemanager', { suche: 'Tetj' })).toEqual(['tetjana']);
  });
});

describe('filters', () => {
  test.each([
    [{ kommune: kommune.sueden }, ['ayse', 'offen']],
    [{ region: 'norden' }, ['beta', 'kollegin', 'mohamed', 'tetjana']],
    [{ traeger: traeger.beta }, ['beta']],
    [{ casemanager: 'offen' }, ['offen']],
    [{ status: 'ruhend' }, []],
    [{ merkmal: 'herkunftsland', wert: 'ohne_angabe' }, ['ayse']],
    [{ merkmal: 'herkunftsland', wert: 'ua' }, []],
    [{ stichtag: '2023-02-15' }, ['ayse', 'mohamed']],
    [{ stichtag: '2022-12-31' }, []],
    [{ kenntnisstand: '2020-01-01' }, []],
  ])('%o', async (query, expected) => {
    expect((await keys('koordination', query as Record<string, string>)).toSorted()).toEqual(expected);
  });

  test('"ich" means the account itself', async () => {
    expect((await keys('casemanager', { casemanager: 'ich' })).toSorted()).toEqual([
      'ayse',
      'mohamed',
      'tetjana',
    ]);
  });

  test('M185 aktiv and inaktiv follow the rule of the Kreis on the day', async () => {
    expect((await keys('koordination', { stichtag: '2023-04-05', status: 'inaktiv' })).toSorted()).toEqual([
      'mohamed',
    ]);
    expect(await keys('koordination', { stichtag: '2023-04-04', status: 'inaktiv' })).toEqual([]);
  });

  test('a page after the last one still tells the total', async () => {
    expect(await list('koordination', { ab: '100' })).toEqual({ gesamt: 6, fall: [] });
  });

  test('sorts by name, number and admission', async () => {
    expect(await keys('casemanager', { sortierung: 'name' })).toEqual([
      'mohamed',
      'offen',
      'ayse',
      'tetjana',
    ]);
    expect(await keys('casemanager', { sortierung: 'aufnahme' })).toEqual([
      'offen',
      'tetjana',
      'ayse',
      'mohamed',
    ]);
    expect(await keys('casemanager', { sortierung: 'nummer' })).toEqual([
      'mohamed',
      'ayse',
      'tetjana',
      'offen',
    ]);
  });

  test('nonsense in a filter is refused, not answered', async () => {
    const reply = await app.as('casemanager').get(`/kreis/${kreis}/fall?kenntnisstand=gestern&status=unklar`);
    expect(reply.status).toBe(422);
    expect(reply.body.felder).toHaveLength(2);
  });
});

test('saved views belong to the account alone', async () => {
  const path = `/kreis/${kreis}/ansicht`;
  const first = await app
    .as('casemanager')
    .send('POST', path, { name: 'Meine', filter: { status: 'aktiv' } });
  expect(first.status).toBe(201);
  await app.as('casemanager').send('POST', path, { name: 'Meine', filter: { status: 'ruhend' } });
  const { body } = await app.as('casemanager').get(path);
  expect(body).toEqual([{ id: expect.any(String), name: 'Meine', filter: { status: 'ruhend' } }]);
  expect((await app.as('kollegin').get(path)).body).toEqual([]);
  expect((await app.as('kollegin').send('DELETE', `${path}/${body[0].id}`)).status).toBe(404);
  expect((await app.as('casemanager').send('DELETE', `${path}/${body[0].id}`)).status).toBe(204);
});
