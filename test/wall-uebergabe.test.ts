import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorPlan, kommune, kreis, traeger, type ActorName } from './support/fixture.ts';
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
  await asAdmin(world, async (tx) => {
    for (const { kreisId, fallId } of Object.values(cases)) {
      await tx.run(
        sql`insert into uebergabeblatt (kreis_id, fall_id, wissen_siegel) values (${kreisId}, ${fallId}, 'x')`,
      );
    }
    // Alpha asks Beta for a case in the north.
    await tx.run(sql`
      with a as (
        insert into uebergabe_anfrage (kreis_id, von_traeger_id, an_traeger_id, kommune_id, wirksam_am, grund, zustimmung_am,
          frist_am, gestellt_von)
        values (${kreis}, ${traeger.alpha}, ${traeger.beta}, array[${kommune.norden}], '2023-05-01', 'umzug', '2023-05-01',
          '2023-05-15', ${world.konto.casemanager}) returning id)
      insert into uebergabe_anfrage_fall (kreis_id, anfrage_id, fall_id)
      select ${kreis}, a.id, ${cases.eigen.fallId} from a`);
  });
});
afterAll(() => world.close());

const actors = Object.keys(actorPlan) as ActorName[];
const person: Partial<Record<ActorName, number>> = {
  casemanager: 2,
  kollegin: 2,
  casemanagerBeta: 1,
  nachbarCasemanager: 1,
};
const beteiligt: readonly ActorName[] = [
  'casemanager',
  'kollegin',
  'casemanagerBeta',
  'koordination',
  'koordinationNorden',
];

describe('hand-overs as SQL', () => {
  test.each(actors)('M399 %s reads sheets of own cases and questions of the own side only', async (name) => {
    const count = (table: string) =>
      asActor(world, name, async (tx) => (await tx.all(sql`select from ${sql.table(table)}`)).length);
    expect(await count('uebergabeblatt')).toBe(person[name] ?? 0);
    const seen = beteiligt.includes(name) ? 1 : 0;
    expect([await count('uebergabe_anfrage'), await count('uebergabe_anfrage_fall')]).toEqual([seen, seen]);
  });

  test.each(actors)('%s asks in the own name only, for the own Träger or region', async (name) => {
    const ask = (von: string) => sql`
      insert into uebergabe_anfrage (kreis_id, von_traeger_id, an_traeger_id, kommune_id, wirksam_am, grund, zustimmung_am,
        frist_am, gestellt_von)
      values (${kreis}, ${traeger.alpha}, ${traeger.beta}, array[${kommune.norden}], '2023-05-01', 'umzug', '2023-05-01',
        '2023-05-15', ${von})`;
    const own = ['casemanager', 'kollegin', 'koordination', 'koordinationNorden'].includes(name);
    expect(await attempt(world, name, ask(world.konto[name]))).toBe(own ? 1 : 'refused');
    expect(await attempt(world, name, ask(world.konto.ki_leitung))).toBe('refused');
  });

  test.each(actors)('%s moves no caseload but the own, unless heading the Träger', async (name) => {
    const darf = ['casemanager', 'traegerleitung'].includes(name);
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql`select from bestand_faelle(${kreis}, ${traeger.alpha}, ${world.konto.casemanager})`),
    );
    expect(rows).toHaveLength(darf ? 1 : 0);
    const geben = sql`select from bestand_geben(${kreis}, ${traeger.alpha}, ${world.konto.casemanager},
      array[${cases.eigen.fallId}]::uuid[], array[${world.konto.casemanagerBeta}]::uuid[], '2024-01-01')`;
    // To somebody of another Träger not even they.
    expect(await asActor(world, name, (tx) => tx.all(geben))).toEqual([]);
  });
});
