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

/** The goal of a case has the id of the case, so that steps and states find it. */
const insertion = {
  hilfeplan: ({ kreisId, fallId }: TestCase) => sql`
    insert into hilfeplan (kreis_id, fall_id) values (${kreisId}, ${fallId})`,
  hilfeplan_ziel: ({ kreisId, fallId }: TestCase) => sql`
    insert into hilfeplan_ziel (kreis_id, id, fall_id, lebensbereich, prioritaet, stand_ab, reihenfolge, worte_siegel)
    values (${kreisId}, ${fallId}, ${fallId}, 'wohnen', 1, '2023-03-01', 1, 'x')`,
  hilfeplan_schritt: ({ kreisId, fallId }: TestCase) => sql`
    insert into hilfeplan_schritt (kreis_id, id, fall_id, ziel_id, akteur, stand_ab, reihenfolge, worte_siegel)
    values (${kreisId}, ${fallId}, ${fallId}, ${fallId}, 'klient', '2023-03-01', 1, 'x')`,
  hilfeplan_stand: ({ kreisId, fallId }: TestCase) => sql`
    insert into hilfeplan_stand (kreis_id, id, fall_id, ziel_id, stand, gueltig_ab)
    values (${kreisId}, ${fallId}, ${fallId}, ${fallId}, 'offen', '2023-03-01')`,
  hilfeplan_version: ({ kreisId, fallId }: TestCase) => sql`
    insert into hilfeplan_version (kreis_id, id, fall_id, nummer, stand, plan_fassung, inhalt_siegel, pruefwert)
    values (${kreisId}, ${fallId}, ${fallId}, 1, 'entwurf', 1, 'x', sha256('x'))`,
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
      const { fallId } = cases[relation];
      const touch = sql`update ${sql.table(table)} set erfasst_am = erfasst_am where fall_id = ${fallId}`;
      expect([relation, await attempt(world, name, touch)]).toEqual([relation, may ? 1 : 0]);
      const removal = sql`delete from ${sql.table(table)} where fall_id = ${fallId}`;
      expect([relation, await attempt(world, name, removal)]).toEqual([relation, 'refused']);
      if (!may)
        expect([relation, await attempt(world, name, statement(cases[relation]))]).toEqual([
          relation,
          'refused',
        ]);
    }
  });
});

test('M176 counting sees codes and days of the own Kreis, no sealed word and no checksum', async () => {
  const rights = await asAdmin(world, (tx) =>
    tx.all(sql<{ name: string }>`
      select c.table_name || '.' || c.column_name as name from information_schema.columns c
      where c.table_name like 'hilfeplan%' and (c.column_name like '%siegel' or c.column_name = 'pruefwert')
        and has_column_privilege('lotse_zaehler', c.table_name, c.column_name, 'SELECT')`),
  );
  expect(rights).toEqual([]);
  for (const name of actors) {
    const rows = await asActor(world, name, (tx) =>
      tx.as('lotse_zaehler', () =>
        tx.all(sql<{ kreis_id: string }>`select distinct kreis_id from hilfeplan_ziel where stand = 'offen'`),
      ),
    );
    expect([name, rows]).toEqual([name, [{ kreis_id: actorPlan[name].kreisId }]]);
  }
});
