import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorPlan, kreis, type ActorName } from './support/fixture.ts';
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
  for (const relation of relations) {
    cases[relation] = await insertCase(world, relation);
    await asAdmin(world, (tx) => tx.run(insertion(cases[relation])));
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

function insertion({ kreisId, fallId }: TestCase) {
  return sql`with v as (
      insert into vermittlung (kreis_id, fall_id, art, stelle_id, lebensbereich, am, stand, stand_am)
      select ${kreisId}, ${fallId}, 'verweis', s.id, 'wohnen', '2023-03-01', 'gesendet', '2023-03-01' from stelle s
      where s.kreis_id = ${kreisId} order by s.id limit 1 returning id
    )
    insert into vermittlung_stand (kreis_id, vermittlung_id, fall_id, stand, am)
    select ${kreisId}, v.id, ${fallId}, 'gesendet', '2023-03-01' from v`;
}

describe.each(['vermittlung', 'vermittlung_stand'])('rows of %s as SQL', (table) => {
  test.each(actors)('M399 %s sees those of the persons it works with', async (name) => {
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql<{ id: string }>`select fall_id as id from ${sql.table(table)}`),
    );
    const seen = relations.filter((relation) => rows.some((row) => row.id === cases[relation].fallId));
    expect(seen).toEqual(visible[name] ?? []);
    expect(rows).toHaveLength(seen.length);
  });
});

test('M399 nobody writes a referral into a case whose person is not seen, nor touches the history', async () => {
  for (const name of actors) {
    for (const relation of relations) {
      const [row] = await asAdmin(world, (tx) =>
        tx.all(
          sql<{ id: string }>`select id from stelle where kreis_id = ${cases[relation].kreisId} limit 1`,
        ),
      );
      const { kreisId, fallId } = cases[relation];
      const written = await attempt(
        world,
        name,
        sql`insert into vermittlung (kreis_id, fall_id, art, stelle_id, lebensbereich, am, stand, stand_am)
          values (${kreisId}, ${fallId}, 'verweis', ${row!.id}, 'wohnen', '2023-03-01', 'gesendet', '2023-03-01')`,
      );
      const may = (visible[name] ?? []).includes(relation);
      expect([name, relation, written]).toEqual([name, relation, may ? 1 : 'refused']);
    }
  }
  for (const statement of [
    sql`update vermittlung_stand set am = '2022-01-01'`,
    sql`delete from vermittlung_stand`,
  ])
    expect(await attempt(world, 'casemanager', statement)).toBe('refused');
});

test('M177 an observation is written as nobody else, and names no case that is not seen', async () => {
  const id = '77777777-7777-4777-8777-777777777777';
  await asAdmin(world, (tx) =>
    tx.run(
      sql`insert into beobachtung (kreis_id, id, art, am) values (${kreis}, ${id}, 'luecke', '2023-03-01')`,
    ),
  );
  const origin = (konto: ActorName, relation: Relation | null) => sql`
    insert into beobachtung_herkunft (kreis_id, beobachtung_id, konto_id, fall_id)
    values (${kreis}, ${id}, ${world.konto[konto]}, ${relation === null ? null : cases[relation].fallId}::uuid)`;
  expect(await attempt(world, 'casemanager', origin('casemanager', 'eigen'))).toBe(1);
  expect(await attempt(world, 'casemanager', origin('casemanager', 'kollegin'))).toBe('refused');
  expect(await attempt(world, 'casemanager', origin('kollegin', null))).toBe('refused');
  expect(await attempt(world, 'koordination', origin('koordination', 'eigen'))).toBe('refused');
});
