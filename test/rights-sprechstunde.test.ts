import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isFeiertag } from '#src/kreis/feiertag.ts';
import { addDays, today } from '#src/platform/day.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { kommune, kreis, traeger, type ActorName } from './support/fixture.ts';
import { arrange, look } from './support/look.ts';
import { actors } from './support/rights-row.ts';

// The rights table calls these operations with an id of nobody; here there is something to change.
let app: TestApp;
const standortId = randomUUID();
const sprechstundeId = randomUUID();
const abwesenheitId = randomUUID();
const heute = today();
const sprechtag = nextWithoutFeiertag(addDays(heute, 1));
const weekday = new Date(`${sprechtag}T00:00:00Z`).getUTCDay() || 7;

function nextWithoutFeiertag(tag: string): string {
  return isFeiertag(tag) ? nextWithoutFeiertag(addDays(tag, 1)) : tag;
}

beforeAll(async () => {
  app = await startTestApp();
  await arrange(
    app,
    sql`insert into standort (kreis_id, id, traeger_id, kommune_id, name)
      values (${kreis}, ${standortId}, ${traeger.alpha}, ${kommune.norden}, 'Stadtteilbüro')`,
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  for (const table of ['sprechstunde_ausfall', 'sprechstunde', 'vertretung', 'abwesenheit']) {
    await arrange(app, sql`delete from ${sql.table(table)}`);
  }
  await arrange(
    app,
    sql`insert into sprechstunde (kreis_id, id, traeger_id, standort_id, casemanager_id, art, wochentag, von, bis, gueltig_ab)
      values (${kreis}, ${sprechstundeId}, ${traeger.alpha}, ${standortId}, ${app.konto.kollegin}, 'sprechstunde',
        ${weekday}, '10:00', '12:00', ${addDays(heute, -30)})`,
  );
  await arrange(
    app,
    sql`insert into abwesenheit (kreis_id, id, konto_id, traeger_id, von, bis, art)
      values (${kreis}, ${abwesenheitId}, ${app.konto.casemanager}, ${traeger.alpha}, ${heute}, ${addDays(heute, 4)}, 'urlaub')`,
  );
});

const hour = `/kreis/${kreis}/sprechstunde/${sprechstundeId}`;
const absence = `/kreis/${kreis}/abwesenheit/${abwesenheitId}`;
const team: readonly ActorName[] = ['casemanager', 'kollegin'];

interface Operation {
  readonly name: string;
  readonly may: readonly ActorName[];
  readonly status: number;
  readonly call: (by: ActorName) => Promise<{ status: number; body: { code?: string } }>;
  readonly arranged?: () => Promise<void>;
}

const ausfall = () =>
  arrange(
    app,
    sql`insert into sprechstunde_ausfall (kreis_id, sprechstunde_id, am, grund)
      values (${kreis}, ${sprechstundeId}, ${sprechtag}, 'raum')`,
  );

const operations: readonly Operation[] = [
  {
    name: 'endSprechstunde',
    may: team,
    status: 204,
    call: (by) => app.as(by).send('POST', `${hour}/ende`, { ab: sprechtag }),
  },
  {
    name: 'cancelSprechstunde',
    may: team,
    status: 201,
    call: (by) =>
      app.as(by).send('POST', `${hour}/ausfall`, { am: sprechtag, grund: 'raum', ersatzAm: null }),
  },
  {
    name: 'undoAusfall',
    may: team,
    status: 204,
    call: (by) => app.as(by).send('DELETE', `${hour}/ausfall/${sprechtag}`),
    arranged: ausfall,
  },
  {
    name: 'nameVertretung',
    may: ['casemanager'],
    status: 204,
    call: (by) => app.as(by).send('PUT', `${absence}/vertretung`, { kontoId: app.konto.kollegin }),
  },
  {
    name: 'endAbwesenheit',
    may: ['casemanager'],
    status: 204,
    call: (by) => app.as(by).send('POST', `${absence}/ende`),
  },
];

/** Everything that one of the operations could have changed. */
async function standing(): Promise<unknown> {
  return look(
    app,
    sql`select (select json_agg(s) from sprechstunde s) as stunden, (select json_agg(a) from sprechstunde_ausfall a) as ausfaelle,
      (select json_agg(w) from abwesenheit w) as fort, (select json_agg(v) from vertretung v) as vertretung`,
  );
}

describe.each(operations)('$name', ({ may, status, call, arranged }) => {
  test.each(may)('M112 M115 %s may, and something changes', async (by) => {
    await arranged?.();
    const before = await standing();
    expect((await call(by)).status).toBe(status);
    expect(await standing()).not.toEqual(before);
  });

  test('M112 M115 for everybody else it is not there, and nothing changes', async () => {
    await arranged?.();
    const before = await standing();
    for (const by of actors.filter((name) => !may.includes(name))) {
      const reply = await call(by);
      expect([by, reply.status, reply.body.code]).toEqual([by, 404, 'nicht-gefunden']);
    }
    expect(await standing()).toEqual(before);
  });
});
