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
  for (const relation of relations) {
    cases[relation] = await insertCase(world, relation);
    for (const statement of Object.values(insertion)) {
      await asAdmin(world, (tx) => tx.run(statement(cases[relation], world.konto.administration)));
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
  aufgabe: ({ kreisId, fallId }: TestCase, _von: string) => sql`
    insert into aufgabe (kreis_id, fall_id, text_siegel) values (${kreisId}, ${fallId}, 'x')`,
  notiz: ({ kreisId, fallId, traegerId }: TestCase, von: string) => sql`
    insert into notiz (kreis_id, fall_id, traeger_id, ebene, text_siegel, erfasst_von)
    values (${kreisId}, ${fallId}, ${traegerId}, 'traeger', 'x', ${von})`,
  nachtrag: ({ kreisId, fallId, kontaktId }: TestCase, von: string) => sql`
    insert into nachtrag (kreis_id, fall_id, kontakt_id, text_siegel, erfasst_von)
    values (${kreisId}, ${fallId}, ${kontaktId}, 'x', ${von})`,
  dokument: ({ kreisId, fallId }: TestCase, _von: string) => sql`
    insert into dokument (kreis_id, fall_id, art, medientyp, groesse, bereinigt, titel_siegel, datei_siegel)
    values (${kreisId}, ${fallId}, 'bescheid', 'image/png', 1, true, 'x', 'x')`,
};

describe.each(Object.entries(insertion))('rows of %s as SQL', (table, statement) => {
  test.each(actors)('M399 %s sees and writes those of the cases worked on', async (name) => {
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql<{ id: string }>`select fall_id as id from ${sql.table(table)}`),
    );
    const seen = relations.filter((relation) => rows.some((row) => row.id === cases[relation].fallId));
    expect(seen).toEqual(visible[name] ?? []);
    expect(rows).toHaveLength(seen.length);
    for (const relation of relations) {
      const may = (visible[name] ?? []).includes(relation);
      const outcome = await attempt(world, name, statement(cases[relation], world.konto[name]));
      expect([relation, outcome]).toEqual([relation, may ? 1 : 'refused']);
    }
  });
});

test('M399 an amendment of a note is for those alone who read the note', async () => {
  const { kreisId, fallId, traegerId } = cases.offen;
  const notiz = sql`insert into notiz (kreis_id, id, fall_id, traeger_id, ebene, text_siegel, erfasst_von)
    values (${kreisId}, ${fallId}, ${fallId}, ${traegerId}, 'ich', 'x', ${world.konto.casemanager})`;
  const nachtrag = (von: string) => sql`
    insert into nachtrag (kreis_id, fall_id, notiz_id, text_siegel, erfasst_von)
    values (${kreisId}, ${fallId}, ${fallId}, 'x', ${von})`;
  await asAdmin(world, async (tx) => {
    await tx.run(notiz);
    await tx.run(nachtrag(world.konto.casemanager));
  });
  for (const name of actors) {
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql`select 1 from nachtrag where notiz_id = ${fallId}`),
    );
    const own = name === 'casemanager';
    expect([name, rows.length]).toEqual([name, own ? 1 : 0]);
    expect([name, await attempt(world, name, nachtrag(world.konto[name]))]).toEqual([
      name,
      own ? 1 : 'refused',
    ]);
  }
});

test('M399 the role behind the file of a case keeps the levels, and never reads an attachment', async () => {
  const rights = await asAdmin(world, (tx) =>
    tx.one(sql<{ datei: boolean; vorschau: boolean }>`select
      has_column_privilege('lotse_akte', 'dokument', 'datei_siegel', 'select') as datei,
      has_column_privilege('lotse_akte', 'dokument', 'vorschau_siegel', 'select') as vorschau`),
  );
  expect(rights).toEqual({ datei: false, vorschau: false });
  const count = (name: ActorName) =>
    world.owner(async (tx) => {
      await tx.run(sql`set local role none`);
      await tx.run(sql`select app_scope(${actorPlan[name].kreisId}, ${world.konto[name]}, '', '')`);
      await tx.run(sql`set local role lotse_akte`);
      return tx.all(sql`select 1 from notiz where ebene = 'ich'`);
    });
  expect(await count('casemanager')).toHaveLength(1);
  expect(await count('kollegin')).toHaveLength(0);
});
