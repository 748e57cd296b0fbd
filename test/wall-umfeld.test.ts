import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorPlan, type ActorName } from './support/fixture.ts';
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

let world: World & { close(): Promise<void> };
const cases = {} as Record<Relation, TestCase>;
beforeAll(async () => {
  world = await openWorld();
  for (const relation of relations) cases[relation] = await insertCase(world, relation);
  for (const relation of relations) {
    for (const statement of Object.values(insertion)) {
      await asAdmin(world, (tx) => tx.run(statement(cases[relation])));
    }
  }
});
afterAll(() => world.close());

const actors = Object.keys(actorPlan) as ActorName[];
/** Whoever reads the person of the case; the Koordination sees none of it. */
const visible: Partial<Record<ActorName, Relation[]>> = {
  casemanager: ['eigen', 'offen'],
  kollegin: ['kollegin', 'offen'],
  casemanagerBeta: ['fremderTraeger'],
  nachbarCasemanager: ['fremderKreis'],
};

const insertion = {
  akteur: ({ kreisId, fallId }: TestCase) => sql`
    insert into akteur (kreis_id, fall_id, rolle, seit, wort_siegel)
    values (${kreisId}, ${fallId}, 'familie', '2023-03-01', 'x')`,
  federfuehrung: ({ kreisId, fallId }: TestCase) => sql`
    insert into federfuehrung (kreis_id, fall_id, gueltig_ab, gueltig_bis)
    select ${kreisId}, ${fallId}, d, d + 1
    from (select '2023-03-01'::date + (10000 * random())::int as d) tag`,
  haushalt: ({ kreisId, fallId }: TestCase) => sql`
    insert into haushalt (kreis_id, fall_id, beziehung, seit, wort_siegel)
    values (${kreisId}, ${fallId}, 'kind', '2023-03-01', 'x')`,
};

describe.each(Object.entries(insertion))('rows of %s as SQL', (table, statement) => {
  test.each(actors)('M399 %s sees and writes those of the persons it works with', async (name) => {
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql<{ id: string }>`select fall_id as id from ${sql.table(table)}`),
    );
    const seen = relations.filter((relation) => rows.some((row) => row.id === cases[relation].fallId));
    expect(seen).toEqual(visible[name] ?? []);
    expect(rows).toHaveLength(seen.length);
    for (const relation of relations) {
      const may = (visible[name] ?? []).includes(relation);
      const outcome = await attempt(world, name, statement(cases[relation]));
      expect([relation, outcome]).toEqual([relation, may ? 1 : 'refused']);
    }
  });
});

test('M183 M399 a link of two cases exists for those alone who read both persons', async () => {
  const link = (one: Relation, other: Relation) => sql`
    insert into fall_verbindung (kreis_id, fall_id, anderer_fall_id, art)
    values (${cases[one].kreisId}, ${cases[one].fallId}, ${cases[other].fallId}, 'kind')`;
  await asAdmin(world, async (tx) => {
    await tx.run(link('eigen', 'offen'));
    await tx.run(link('eigen', 'kollegin'));
  });
  for (const name of actors) {
    const rows = await asActor(world, name, (tx) => tx.all(sql`select 1 from fall_verbindung`));
    expect([name, rows.length]).toEqual([name, name === 'casemanager' ? 1 : 0]);
    expect(await attempt(world, name, link('kollegin', 'offen'))).toBe(name === 'kollegin' ? 1 : 'refused');
  }
});

test('M103 the history of the lead is kept: nobody deletes it', async () => {
  expect(await attempt(world, 'casemanager', sql`delete from federfuehrung`)).toBe('refused');
});
