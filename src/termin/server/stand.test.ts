import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertAnfrage } from '#test/support/anfrage.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange } from '#test/support/look.ts';

let app: TestApp;
let terminId: string;
let anfrageId: string;
let clock = '2026-05-22T08:00:00Z';
type By = Parameters<TestApp['as']>[0];

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date(clock) });
});
afterAll(() => app.close());
beforeEach(async () => {
  clock = '2026-05-22T08:00:00Z';
  await arrange(app, sql`delete from termin`);
  ({ anfrageId } = await insertAnfrage(app));
  terminId = (await app.as('casemanager').send('POST', `/kreis/${kreis}/termin`, eingabe())).body.terminId;
});

function eingabe(changed: object = {}) {
  return {
    traegerId: traeger.alpha,
    casemanagerId: app.konto.casemanager,
    art: 'beratung',
    tag: '2026-05-26',
    von: '14:30',
    dauerMinuten: 45,
    anfrageId,
    fallId: null,
    standortId: null,
    raumId: null,
    dolmetschen: 'ara',
    dolmetschenBestaetigt: false,
    begleitungGrund: null,
    mitStelleId: null,
    bestaetigt: [],
    ...changed,
  };
}

const path = (rest = '') => `/kreis/${kreis}/termin/${terminId}${rest}`;
const setStand = (stand: string, changed: object = {}, by: By = 'casemanager') =>
  app.as(by).send('POST', path('/stand'), { fassung: 1, stand, ersatz: null, ...changed });
const list = async () =>
  (await app.as('casemanager').get(`/kreis/${kreis}/anfrage/${anfrageId}/termin`)).body;

describe('what became of an appointment', () => {
  test('that it took place is said once it has begun', async () => {
    expect((await setStand('stattgefunden')).body.code).toBe('termin-noch-nicht');
    clock = '2026-05-26T12:31:00Z';
    expect((await setStand('stattgefunden')).status).toBe(200);
    expect((await list()).termin[0]).toMatchObject({ stand: 'stattgefunden', fassung: 2 });
    expect((await setStand('nicht_erschienen')).body.code).toBe('gleichzeitig-geaendert');
  });

  test('M113 cancelled, and the new appointment is made in the same step', async () => {
    const reply = await setStand('abgesagt', { ersatz: eingabe({ tag: '2026-05-29' }) });
    expect(reply.body).toMatchObject({ fassung: 2, ersatzId: expect.any(String) });
    expect(
      (await list()).termin.map((each: { tag: string; stand: string }) => [each.tag, each.stand]),
    ).toEqual([
      ['2026-05-26', 'abgesagt'],
      ['2026-05-29', 'geplant'],
    ]);
  });

  test('a new appointment that is impossible leaves the old one as it was', async () => {
    const reply = await setStand('abgesagt', { ersatz: eingabe({ tag: '2026-05-21' }) });
    expect(reply.body.code).toBe('datum-in-vergangenheit');
    expect((await list()).termin).toMatchObject([{ stand: 'geplant', fassung: 1 }]);
  });

  test('a cancelled or missed one no longer keeps a deadline and takes no time', async () => {
    expect((await list()).frist.stand).toBe('eingehalten');
    await setStand('abgesagt');
    expect((await list()).frist.stand).toBe('offen');
    expect((await app.as('casemanager').send('POST', `/kreis/${kreis}/termin`, eingabe())).status).toBe(201);
  });

  test('colleagues of the team may say it, others find nothing', async () => {
    expect((await setStand('abgesagt', {}, 'casemanagerBeta')).status).toBe(404);
    expect((await setStand('abgesagt', {}, 'kollegin')).status).toBe(200);
  });
});

describe('moving an appointment', () => {
  const change = (changed: object) =>
    app.as('casemanager').send('PUT', path(), { ...eingabe(changed), fassung: 1 });

  test('it does not stand in its own way, and the interpreter can be confirmed', async () => {
    expect((await change({ von: '14:45', dolmetschenBestaetigt: true })).body).toEqual({ fassung: 2 });
    expect((await list()).termin[0]).toMatchObject({
      von: '14:45',
      bis: '15:30',
      dolmetschenBestaetigt: true,
    });
  });

  test('a closed one is opened first', async () => {
    await setStand('abgesagt');
    const closed = await app.as('casemanager').send('PUT', path(), { ...eingabe(), fassung: 2 });
    expect(closed.body.code).toBe('termin-vorbei');
    expect((await setStand('geplant', { fassung: 2 })).status).toBe(200);
  });
});

test('the calendar of half a year is asked for in parts', async () => {
  const reply = await app.as('casemanager').get(`/kreis/${kreis}/termin?von=2026-01-01&bis=2026-07-01`);
  expect(reply.body.felder).toEqual([{ instance: '/query/bis', code: 'zeitraum-zu-lang' }]);
});
