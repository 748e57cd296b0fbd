import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, today } from '#src/platform/day.ts';
import { insertAnfrage } from '#test/support/anfrage.ts';
import { startTestApp, type TestApp } from '#test/support/app.ts';
import { kreis, traeger } from '#test/support/fixture.ts';
import { arrange, look } from '#test/support/look.ts';

let app: TestApp;
let fallId: string;
type By = Parameters<TestApp['as']>[0];
const heute = today();

beforeAll(async () => {
  app = await startTestApp();
  ({ fallId } = await app.admit());
});
afterAll(() => app.close());
beforeEach(async () => {
  for (const table of ['vertretung', 'abwesenheit', 'nachricht']) {
    await arrange(app, sql`delete from ${sql.table(table)}`);
  }
});

const path = (rest = '') => `/kreis/${kreis}/abwesenheit${rest}`;

function record(changed: object = {}, by: By = 'casemanager') {
  return app.as(by).send('POST', path(), {
    traegerId: traeger.alpha,
    von: heute,
    bis: addDays(heute, 4),
    art: 'krankheit',
    vertretungKontoId: null,
    ...changed,
  });
}

const list = async (by: By = 'casemanager') => (await app.as(by).get(path())).body;
const akte = async (by: By) => (await app.as(by).get(`/kreis/${kreis}/fall/${fallId}`)).status;
const nachricht = () =>
  look(app, sql<{ art: string; konto_id: string }>`select art, konto_id from nachricht order by erfasst_am`);

describe('M112 absence', () => {
  test('the team and the Koordination see that somebody is away, nobody else sees why', async () => {
    await record();
    expect((await list()).abwesenheit).toMatchObject([
      { name: 'Konto casemanager', art: 'krankheit', eigene: true },
    ]);
    for (const by of ['kollegin', 'koordination'] as const) {
      expect((await list(by)).abwesenheit).toMatchObject([{ von: heute, art: null, eigene: false }]);
    }
    expect((await list('casemanagerBeta')).abwesenheit).toEqual([]);
    expect((await app.as('verwaltungsassistenz').get(path())).status).toBe(404);
  });

  test('the database itself does not tell the kind of others', async () => {
    await record();
    const konto = { kreisId: kreis, kontoId: app.konto.kollegin };
    await expect(
      app.db.asKonto(konto, {}, (tx) => tx.all(sql`select art from abwesenheit`)),
    ).rejects.toMatchObject({ code: '42501' });
    expect(await app.db.asKonto(konto, {}, (tx) => tx.all(sql`select * from eigene_abwesenheit()`))).toEqual(
      [],
    );
  });

  test('M111 long and without a substitute: the Anfragen are named that should wait or go elsewhere', async () => {
    await insertAnfrage(app, { casemanagerId: app.konto.casemanager });
    const reply = await record({ bis: addDays(heute, 20) });
    expect(reply.body.ohneVertretung).toBe(true);
    expect(await list()).toMatchObject({ eigeneAnfragen: 1, abwesenheit: [{ ohneVertretung: true }] });
  });
});

describe('M112 substitution', () => {
  test('opens the cases to the named colleague for the time, logged, and she is told', async () => {
    expect(await akte('kollegin')).toBe(404);
    expect((await record({ vertretungKontoId: app.konto.kollegin })).status).toBe(201);
    expect(await akte('kollegin')).toBe(200);
    const reads = await look(
      app,
      sql<{
        anzahl: number;
      }>`select count(*)::int as anzahl from lesezugriff where konto_id = ${app.konto.kollegin}`,
    );
    expect(reads[0]?.anzahl).toBe(1);
    expect((await list()).abwesenheit[0].vertretung).toMatchObject({
      name: 'Konto kollegin',
      von: heute,
      bis: addDays(heute, 4),
    });
    expect(await nachricht()).toEqual([{ art: 'vertretung.benannt', konto_id: app.konto.kollegin }]);
  });

  test('opens nothing before its first day', async () => {
    await record({ von: addDays(heute, 2), vertretungKontoId: app.konto.kollegin });
    expect(await akte('kollegin')).toBe(404);
  });

  test('ends at once when it is cancelled, also when it began days ago', async () => {
    for (const began of [0, 3]) {
      const { body } = await record({ vertretungKontoId: app.konto.kollegin });
      await arrange(app, sql`update vertretung set gueltig_ab = current_date - ${began}::int`);
      expect(await akte('kollegin')).toBe(200);
      await app.as('casemanager').send('PUT', path(`/${body.abwesenheitId}/vertretung`), { kontoId: null });
      expect(await akte('kollegin')).toBe(404);
      expect((await list()).abwesenheit[0].vertretung).toBeNull();
      await app.as('casemanager').send('POST', path(`/${body.abwesenheitId}/ende`));
      expect((await list()).abwesenheit).toEqual([]);
    }
    expect((await nachricht()).map(({ art }) => art)).toEqual([
      'vertretung.benannt',
      'vertretung.beendet',
      'vertretung.benannt',
      'vertretung.beendet',
    ]);
  });

  test('ends at once when the absence ends', async () => {
    const { body } = await record({ vertretungKontoId: app.konto.kollegin });
    expect((await app.as('casemanager').send('POST', path(`/${body.abwesenheitId}/ende`))).status).toBe(204);
    expect(await akte('kollegin')).toBe(404);
  });

  test('is not for oneself, another Träger, somebody who is away, or by somebody else', async () => {
    const code = async (vertretungKontoId: string) =>
      (await record({ vertretungKontoId })).body.felder.map((each: { code: string }) => each.code);
    expect(await code(app.konto.casemanager)).toEqual(['vertretung-selbst']);
    expect(await code(app.konto.casemanagerBeta)).toEqual(['vertretung-fremd']);
    await record({}, 'kollegin');
    expect(await code(app.konto.kollegin)).toEqual(['vertretung-abwesend']);
    const { body } = await record();
    const foreign = await app
      .as('kollegin')
      .send('PUT', path(`/${body.abwesenheitId}/vertretung`), { kontoId: app.konto.kollegin });
    expect(foreign.status).toBe(404);
  });
});
