import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorPlan, traeger, type ActorName } from './support/fixture.ts';
import {
  asActor,
  asAdmin,
  attempt,
  insertCase,
  openWorld,
  relations,
  type Relation,
  type TestCase,
  type World,
} from './support/relation.ts';
import { team } from './support/rights-row.ts';

let world: World & { close(): Promise<void> };
const cases = {} as Record<Relation, TestCase>;
const actors = Object.keys(actorPlan) as ActorName[];
const teamOf = (relation: Relation): readonly ActorName[] => team[relation];

beforeAll(async () => {
  world = await openWorld();
  for (const relation of relations) cases[relation] = await insertCase(world, relation);
  await asAdmin(world, (tx) =>
    tx.run(sql`
      insert into abwesenheit (kreis_id, konto_id, traeger_id, von, bis, art)
      select r.kreis_id, r.konto_id, r.traeger_id, current_date, current_date + 3, 'krankheit' from rolle r
      where r.rolle = 'casemanager'`),
  );
  await asAdmin(world, (tx) =>
    tx.run(sql`
      insert into kalender_abo (kreis_id, konto_id, pruefwert)
      select kreis_id, id, encode(sha256(id::text::bytea), 'hex') from konto`),
  );
});
afterAll(() => world.close());

test.each(actors)('M399 %s sees and changes as SQL the appointments of the own team only', async (name) => {
  const rows = await asActor(world, name, (tx) => tx.all(sql<{ id: string }>`select id from termin`));
  for (const relation of relations) {
    const { terminId } = cases[relation];
    const own = teamOf(relation).includes(name);
    expect([relation, rows.some(({ id }) => id === terminId)]).toEqual([relation, own]);
    const changed = await attempt(
      world,
      name,
      sql`update termin set stand = 'abgesagt' where id = ${terminId}`,
    );
    expect([relation, changed]).toEqual([relation, own ? 1 : 0]);
  }
});

test.each(actors)(
  'M112 M399 %s: who is away knows the team and the Koordination, the kind nobody',
  async (name) => {
    const { kreisId, rolle } = actorPlan[name];
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql<{ kreis_id: string; traeger_id: string; konto_id: string }>`
      select kreis_id, traeger_id, konto_id from abwesenheit`),
    );
    const all = await asAdmin(world, (tx) =>
      tx.all(sql<{ kreis_id: string; traeger_id: string; konto_id: string }>`
      select kreis_id, traeger_id, konto_id from abwesenheit`),
    );
    const plan = actorPlan[name];
    const mine = 'traegerId' in plan && rolle === 'casemanager' ? plan.traegerId : undefined;
    const expected = all.filter(
      (row) => row.traeger_id === mine || (rolle === 'koordination' && row.kreis_id === kreisId),
    );
    expect(rows.map((row) => row.konto_id).toSorted()).toEqual(
      expected.map((row) => row.konto_id).toSorted(),
    );
    const kinds = await asActor(world, name, (tx) => tx.all(sql`select * from eigene_abwesenheit()`));
    expect(kinds).toHaveLength(mine === undefined ? 0 : 1);
    expect(await attempt(world, name, sql`select art from abwesenheit`)).toBe('refused');
  },
);

test('M112 nobody opens the cases of somebody else by naming a substitute', async () => {
  for (const name of actors) {
    const outcome = await attempt(
      world,
      name,
      sql`insert into vertretung (kreis_id, konto_id, vertritt_konto_id, traeger_id, gueltig_ab, gueltig_bis)
        values ('musterkreis', ${world.konto.casemanagerBeta}, ${world.konto.casemanager}, ${traeger.alpha}, current_date,
          current_date + 1)`,
    );
    expect([name, outcome]).toEqual([name, name === 'casemanager' ? 1 : 'refused']);
  }
});

test('everybody sees only the own calendar link, and its hash opens nothing else', async () => {
  for (const name of actors) {
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql<{ konto_id: string }>`select konto_id from kalender_abo`),
    );
    expect([name, rows.map((row) => row.konto_id)]).toEqual([name, [world.konto[name]]]);
  }
  const feed = await world.db.asNobody((tx) =>
    tx.one(sql<{ feed: { termin: { id: string }[] } }>`
      select kalender_feed(encode(sha256(${world.konto.kollegin}::bytea), 'hex'), current_date, current_date + 30) as feed`),
  );
  expect(feed.feed.termin.map(({ id }) => id)).toEqual([cases.kollegin.terminId]);
});
