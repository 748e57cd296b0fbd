import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kommune, kreis, traeger } from '#test/support/fixture.ts';
import { arrange } from '#test/support/look.ts';

let app: TestApp;
let sprechstundeId: string;
const standortId = randomUUID();
type By = Parameters<TestApp['as']>[0];

beforeAll(async () => {
  app = await startTestApp({ now: () => new Date('2026-05-13T08:00:00Z') });
  await arrange(
    app,
    sql`insert into standort (kreis_id, id, traeger_id, kommune_id, name)
      values (${kreis}, ${standortId}, ${traeger.alpha}, ${kommune.norden}, 'Stadtteilbüro')`,
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  await arrange(app, sql`delete from sprechstunde`);
  await arrange(app, sql`delete from abwesenheit`);
  sprechstundeId = (await add()).body.sprechstundeId;
});

const path = (rest = '') => `/kreis/${kreis}/sprechstunde${rest}`;

function add(changed: object = {}, by: By = 'casemanager') {
  return app.as(by).send('POST', path(), {
    traegerId: traeger.alpha,
    standortId,
    casemanagerId: app.konto.casemanager,
    art: 'sprechstunde',
    wochentag: 1,
    von: '10:00',
    bis: '12:00',
    gueltigAb: '2026-05-04',
    ...changed,
  });
}

const cancel = (changed: object = {}, by: By = 'casemanager') =>
  app.as(by).send('POST', path(`/${sprechstundeId}/ausfall`), {
    am: '2026-05-18',
    grund: 'abwesenheit',
    ersatzAm: null,
    ...changed,
  });

async function list(by: By = 'casemanager') {
  return (await app.as(by).get(`${path()}?von=2026-05-11&bis=2026-06-10`)).body.sprechstunde;
}

describe('open hours', () => {
  test('M114 M116 open hours and language cafés take place every week, not on holidays', async () => {
    await add({ art: 'sprachcafe', wochentag: 4, von: '15:00', bis: '17:00', casemanagerId: null });
    const rows = await list('koordination');
    expect(rows.map(({ art, tage }: { art: string; tage: string[] }) => [art, tage])).toEqual([
      ['sprechstunde', ['2026-05-11', '2026-05-18', '2026-06-01', '2026-06-08']],
      // Ascension is the 14 May, Corpus Christi the 4 June.
      ['sprachcafe', ['2026-05-21', '2026-05-28']],
    ]);
    expect(rows[0]).toMatchObject({
      von: '10:00',
      bis: '12:00',
      naechsterAm: '2026-05-18',
      casemanagerName: 'Konto casemanager',
      abilities: { change: false },
    });
    expect((await list())[0].abilities).toEqual({ change: true });
  });

  test('an open hour can be ended', async () => {
    const end = (ab: string) => app.as('casemanager').send('POST', path(`/${sprechstundeId}/ende`), { ab });
    expect((await end('2026-05-04')).body.felder).toEqual([{ instance: '/ab', code: 'ende-vor-beginn' }]);
    expect((await end('2026-05-20')).status).toBe(204);
    expect((await list())[0].tage).toEqual(['2026-05-11', '2026-05-18']);
  });

  test.each([
    ['of another Träger', { traegerId: traeger.beta }, 'traeger-fremd'],
    ['by a colleague of another', { casemanagerId: randomUUID() }, 'casemanager-fremd'],
    ['that ends before it begins', { bis: '09:00' }, 'ende-vor-beginn'],
    ['at no place', { standortId: randomUUID() }, 'standort-unbekannt'],
  ])('one %s is refused', async (_name, changed, code) => {
    expect((await add(changed)).body.felder.map((each: { code: string }) => each.code)).toContain(code);
  });
});

describe('M115 a cancelled open hour', () => {
  test('is announced with the next date, past holiday and absence', async () => {
    await arrange(
      app,
      sql`insert into abwesenheit (kreis_id, konto_id, traeger_id, von, bis, art)
        values (${kreis}, ${app.konto.casemanager}, ${traeger.alpha}, '2026-05-30', '2026-06-03', 'krankheit')`,
    );
    const reply = await cancel();
    expect([reply.status, reply.body]).toEqual([201, { naechsterAm: '2026-06-08' }]);
    const [hour] = await list();
    expect(hour.tage).toEqual(['2026-05-11', '2026-06-08']);
    expect(hour.ausfall).toEqual([
      { am: '2026-05-18', grund: 'abwesenheit', ersatzAm: null, naechsterAm: '2026-06-08' },
    ]);
    // A colleague of another Träger names the same date, though absences there are not hers to see.
    expect((await list('casemanagerBeta'))[0].naechsterAm).toBe('2026-06-08');
    expect(JSON.stringify(await list('casemanagerBeta'))).not.toContain('krankheit');
  });

  test('can have a day instead, and takes place after all when taken back', async () => {
    expect((await cancel({ ersatzAm: '2026-05-20' })).body).toEqual({ naechsterAm: '2026-05-20' });
    expect((await cancel()).body.felder).toEqual([{ instance: '/am', code: 'ausfall-bekannt' }]);
    await app.as('kollegin').send('DELETE', path(`/${sprechstundeId}/ausfall/2026-05-18`));
    expect((await list())[0].tage).toContain('2026-05-18');
  });

  test.each([
    ['a Tuesday', { am: '2026-05-19' }, 'kein-sprechtag'],
    ['a day that has passed', { am: '2026-05-11' }, 'datum-in-vergangenheit'],
    ['a day instead that comes before', { ersatzAm: '2026-05-15' }, 'ersatz-vor-ausfall'],
  ])('is not %s', async (_name, changed, code) => {
    expect((await cancel(changed)).body.felder.map((each: { code: string }) => each.code)).toEqual([code]);
  });

  test('is announced by the own team only', async () => {
    expect((await cancel({}, 'casemanagerBeta')).status).toBe(404);
    expect((await cancel({}, 'koordination')).status).toBe(404);
    expect((await cancel({}, 'kollegin')).status).toBe(201);
  });
});
