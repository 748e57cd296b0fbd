import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { look } from '#test/support/look.ts';
import { kommune, kreis, traeger } from '#test/support/fixture.ts';

let app: TestApp;
let fallId: string;
const heute = '2023-06-30';

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date(`${heute}T10:00:00Z`) });
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ fallId } = await app.admit());
});

const path = (rest = '') => `/kreis/${kreis}/fall/${fallId}${rest}`;
const get = async (by: Parameters<TestApp['as']>[0] = 'casemanager') => (await app.as(by).get(path())).body;
const send = (
  method: 'POST' | 'PUT',
  rest: string,
  body: object,
  by: Parameters<TestApp['as']>[0] = 'casemanager',
) => app.as(by).send(method, path(rest), body);

const values = {
  fassung: 1,
  familienname: 'Haddad',
  vorname: 'Rima',
  geburtsdatum: '1991-08-12',
  kommuneId: kommune.norden,
  ortsteilId: null,
  zugang: 'schule',
  merkmal: {
    geschlecht: 'w',
    herkunftsland: 'sy',
    leistungsbezug: null,
    lebensbereich: ['wohnen', 'arbeit'],
  },
  merkmalAb: '2023-01-10',
  bemerkung: '',
};

describe('changing a case', () => {
  test('name, place and remark change, and the search finds the new name only', async () => {
    const changed = { familienname: 'Zimmermann-Haddad', kommuneId: kommune.sueden, bemerkung: 'zieht um' };
    expect((await send('PUT', '', { ...values, ...changed })).body).toEqual({ fassung: 2 });
    expect(await get()).toMatchObject({
      fassung: 2,
      person: { familienname: 'Zimmermann-Haddad' },
      kommuneId: kommune.sueden,
      bemerkung: 'zieht um',
    });
    const found = await app
      .as('casemanager')
      .send('POST', `/kreis/${kreis}/fall/suche`, { suche: 'Zimerman' });
    expect(found.body.fall.map((f: { id: string }) => f.id)).toEqual([fallId]);
  });

  test('a remark is replaced and removed, no old text is kept', async () => {
    await send('PUT', '', { ...values, bemerkung: 'eins' });
    await send('PUT', '', { ...values, fassung: 2, bemerkung: 'zwei' });
    expect((await get()).bemerkung).toBe('zwei');
    await send('PUT', '', { ...values, fassung: 3, bemerkung: '' });
    expect((await get()).bemerkung).toBe('');
    const left = await look(
      app,
      sql`select from geheimtext g join fall f on f.person_id = g.person_id where f.id = ${fallId}`,
    );
    expect(left).toEqual([]);
  });

  test('a Merkmal changes from a day on; earlier key dates keep the value', async () => {
    const merkmal = { ...values.merkmal, leistungsbezug: 'asylblg' };
    await send('PUT', '', { ...values, merkmal });
    await send('PUT', '', {
      ...values,
      fassung: 2,
      merkmal: { ...merkmal, leistungsbezug: 'sgb_ii' },
      merkmalAb: '2023-05-01',
    });
    const hits = async (wert: string, stichtag: string) => {
      const query = `merkmal=leistungsbezug&wert=${wert}&stichtag=${stichtag}`;
      const { body } = await app.as('casemanager').get(`/kreis/${kreis}/fall?${query}`);
      return body.fall.some((f: { id: string }) => f.id === fallId);
    };
    expect(await hits('asylblg', '2023-04-30')).toBe(true);
    expect(await hits('asylblg', '2023-05-01')).toBe(false);
    expect(await hits('sgb_ii', '2023-05-01')).toBe(true);
  });

  test('the second of two editors gets a conflict with what stands now, nothing is overwritten', async () => {
    await send('PUT', '', { ...values, kommuneId: kommune.sueden, familienname: 'Neu' });
    const late = await send('PUT', '', { ...values, zugang: 'eigeninitiative' });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'gleichzeitig-geaendert',
      daten: { aktuell: { fassung: 2, kommuneId: kommune.sueden, zugang: 'schule' } },
    });
    expect(late.body.daten.geaendert.toSorted()).toEqual(['familienname', 'kommuneId', 'zugang']);
    expect(JSON.stringify(late.body)).not.toContain('Neu');
    expect(await get()).toMatchObject({ fassung: 2, person: { familienname: 'Neu' }, zugang: 'schule' });
  });

  test('of eight who save the same record at the same moment one wins, round after round, and nothing is lost', async () => {
    for (let round = 1; round <= 12; round += 1) {
      const names = Array.from(
        { length: 8 },
        (_, writer) => `${'ABCDEFGH'[writer]}${'abcdefghijkl'[round - 1]}`,
      );
      const replies = await Promise.all(
        names.map((vorname) => send('PUT', '', { ...values, fassung: round, vorname })),
      );
      const won = names.filter((_, writer) => replies[writer]?.status === 200);
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
        200,
        ...Array.from({ length: 7 }, () => 409),
      ]);
      expect(await get()).toMatchObject({ fassung: round + 1, person: { vorname: won[0] } });
    }
  });

  test.each([
    [{ merkmalAb: '2023-07-01' }, 'datum-in-zukunft'],
    [{ merkmalAb: '2023-01-09' }, 'datum-vor-aufnahme'],
    [{ zugang: 'brieftaube' }, 'code-unbekannt'],
    [{ kommuneId: kommune.nachbar }, 'code-unbekannt'],
  ])('%o is refused', async (changed, code) => {
    const reply = await send('PUT', '', { ...values, ...changed });
    expect([reply.status, reply.body.code]).toEqual([422, code]);
  });

  test('an unseen, a foreign and an unknown case are refused alike', async () => {
    const replies = [
      await send('PUT', '', values, 'kollegin'),
      await send('PUT', '', values, 'casemanagerBeta'),
      await send('PUT', '', values, 'koordination'),
      await app.as('casemanager').send('PUT', `/kreis/${kreis}/fall/${crypto.randomUUID()}`, values),
      await app.as('casemanager').send('PUT', `/kreis/${kreis}/fall/keine-kennung`, values),
    ];
    expect(new Set(replies.map((reply) => JSON.stringify([reply.status, reply.body])))).toEqual(
      new Set([
        JSON.stringify([404, { type: 'urn:lotse:nicht-gefunden', status: 404, code: 'nicht-gefunden' }]),
      ]),
    );
  });
});

describe('M142 the name', () => {
  test('is written in the letters of DIN 91379; the refusal stands at its field', async () => {
    const reply = await send('PUT', '', { ...values, familienname: 'حداد', vorname: '«Rima»' });
    expect([reply.status, reply.body.felder]).toEqual([
      422,
      [
        { instance: '/familienname', code: 'name-andere-schrift' },
        { instance: '/vorname', code: 'name-zeichen' },
      ],
    ]);
  });

  test('that came with an import may stay as it is', async () => {
    await look(
      app,
      sql`update person p set familienname = 'Хаддад' from fall f where f.id = ${fallId} and p.id = f.person_id`,
    );
    expect((await send('PUT', '', { ...values, familienname: 'Хаддад', vorname: 'Rīma' })).status).toBe(200);
  });
});

describe('status', () => {
  const close = {
    fassung: 1,
    status: 'abgeschlossen',
    ab: '2023-04-01',
    grund: 'umzug',
    begruendung: 'nach Köln',
  };

  test('M194 closing ends an episode, reopening starts the next under the rule', async () => {
    expect((await send('POST', '/status', close)).status).toBe(200);
    expect(await get()).toMatchObject({
      status: 'abgeschlossen',
      statusGrund: 'umzug',
      statusHerkunft: 'hand',
      aktivBis: null,
      abilities: { closeFall: false, reopenFall: true },
    });
    const reopen = { fassung: 2, status: 'aktiv', ab: '2023-06-01', grund: null, begruendung: '' };
    expect((await send('POST', '/status', reopen)).status).toBe(200);
    expect(await get()).toMatchObject({
      status: 'aktiv',
      statusHerkunft: 'aufnahme',
      aktivBis: '2023-09-01',
      episode: [
        { nummer: 1, ab: '2023-01-10', bis: '2023-04-01', grund: 'umzug' },
        { nummer: 2, ab: '2023-06-01', bis: null, grund: null },
      ],
    });
  });

  test('a status recorded late changes no earlier Kenntnisstand', async () => {
    const moment = await look(app, sql<{ am: Date }>`select clock_timestamp() as am`);
    const kenntnisstand = moment[0]?.am.toISOString() ?? '';
    await send('POST', '/status', { ...close, ab: '2023-02-01' });
    const status = async (query: string) => {
      const { body } = await app.as('casemanager').get(`/kreis/${kreis}/fall?stichtag=2023-03-01${query}`);
      return body.fall.find((f: { id: string }) => f.id === fallId)?.status;
    };
    expect(await status('')).toBe('abgeschlossen');
    expect(await status(`&kenntnisstand=${kenntnisstand}`)).toBe('aktiv');
  });

  test('no row of the history is ever rewritten', async () => {
    const rows = () =>
      look(
        app,
        sql<{ id: string; text: string }>`select id, (to_jsonb(s) - 'ersetzt_am')::text as text
      from fall_status s where fall_id = ${fallId}`,
      );
    const before = await rows();
    await send('POST', '/status', close);
    const after = await rows();
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(3);
  });

  test.each([
    ['without a reason', { grund: null }, 'grund-fehlt'],
    ['with a reason of another list', { grund: 'nicht_gemeldet' }, 'code-unbekannt'],
    ['tomorrow', { ab: '2023-07-01' }, 'datum-in-zukunft'],
    ['before admission', { ab: '2023-01-09' }, 'datum-vor-aufnahme'],
  ])('closing %s is refused', async (_name, changed, code) => {
    const reply = await send('POST', '/status', { ...close, ...changed });
    expect([reply.status, reply.body.code]).toEqual([422, code]);
  });

  test('the same status twice is refused, an outdated version too', async () => {
    await send('POST', '/status', close);
    expect((await send('POST', '/status', { ...close, fassung: 2 })).body.code).toBe('status-unveraendert');
    const late = await send('POST', '/status', { ...close, status: 'ruhend', grund: 'nicht_gemeldet' });
    expect([late.status, late.body.daten.aktuell.status]).toEqual([409, 'abgeschlossen']);
  });
});

describe('assignment', () => {
  const assign = (changed: object = {}, by: Parameters<TestApp['as']>[0] = 'casemanager') =>
    send(
      'POST',
      '/zuweisung',
      { fassung: 1, casemanagerId: app.konto.kollegin, ab: '2023-03-01', ...changed },
      by,
    );

  test('M195 a case goes to a colleague of the Träger with its person and its past', async () => {
    expect((await assign()).body).toEqual({ fassung: 2 });
    expect((await app.as('casemanager').get(path())).status).toBe(404);
    expect(await get('kollegin')).toMatchObject({
      person: { familienname: 'Haddad' },
      casemanagerId: app.konto.kollegin,
      zustaendigkeit: [
        { casemanagerId: app.konto.casemanager, ab: '2023-01-10', bis: '2023-03-01', anlass: 'aufnahme' },
        { casemanagerId: app.konto.kollegin, ab: '2023-03-01', bis: null, anlass: 'zuweisung' },
      ],
    });
  });

  test('from the first day on it is the same responsibility in other hands', async () => {
    await assign({ ab: '2023-01-10' });
    const { zustaendigkeit } = await get('kollegin');
    expect(zustaendigkeit).toEqual([
      {
        traegerId: traeger.alpha,
        casemanagerId: app.konto.kollegin,
        ab: '2023-01-10',
        bis: null,
        anlass: 'aufnahme',
      },
    ]);
  });

  test.each([
    ['an account of another Träger', () => ({ casemanagerId: app.konto.casemanagerBeta }), 'konto-fremd'],
    ['an account without that role', () => ({ casemanagerId: app.konto.traegerleitung }), 'konto-fremd'],
    ['an unknown account', () => ({ casemanagerId: crypto.randomUUID() }), 'konto-fremd'],
    ['tomorrow', () => ({ ab: '2023-07-01' }), 'datum-in-zukunft'],
    ['before the responsibility', () => ({ ab: '2023-01-09' }), 'datum-vor-zustaendigkeit'],
  ])('%s is refused', async (_name, changed, code) => {
    const reply = await assign(changed());
    expect([reply.status, reply.body.code]).toEqual([422, code]);
  });

  test("nobody assigns a colleague's case, nor one of another Träger or Kreis", async () => {
    for (const by of ['kollegin', 'casemanagerBeta', 'koordination', 'nachbarCasemanager'] as const) {
      expect([by, (await assign({}, by)).status]).toEqual([by, 404]);
    }
    expect((await get()).fassung).toBe(1);
  });
});

test('the course of a case tells each fact once, with who recorded it', async () => {
  await send('POST', '/status', {
    fassung: 1,
    status: 'ruhend',
    ab: '2023-04-01',
    grund: 'nicht_gemeldet',
    begruendung: '',
  });
  await send('POST', '/status', {
    fassung: 2,
    status: 'aktiv',
    ab: '2023-05-01',
    grund: null,
    begruendung: '',
  });
  const { body } = await app.as('casemanager').get(path('/verlauf'));
  expect(
    body.map((row: { art: string; ab: string; daten: { status?: string } }) => [
      row.art,
      row.ab,
      row.daten.status,
    ]),
  ).toEqual([
    ['status', '2023-05-01', 'aktiv'],
    ['status', '2023-04-01', 'ruhend'],
    ['einwilligung', '2023-01-10', undefined],
    ['aufnahme', '2023-01-10', undefined],
  ]);
  expect(body[0].vonName).toBe('Konto casemanager');
  const seen = await app.as('koordination').get(path('/verlauf'));
  expect(seen.body.map((row: { art: string }) => row.art)).toEqual(['status', 'status', 'aufnahme']);
  expect((await app.as('casemanagerBeta').get(path('/verlauf'))).status).toBe(404);
});
