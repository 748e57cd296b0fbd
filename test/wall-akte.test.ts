import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorPlan, type ActorName } from './support/fixture.ts';
import {
  asActor,
  asAdmin,
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
});
afterAll(() => world.close());

const inKreis: Relation[] = ['eigen', 'kollegin', 'offen', 'fremderTraeger'];
const north: Relation[] = ['eigen', 'kollegin', 'offen'];

/** Whose names the two functions that read past the policies give, and whose numbers only. */
const opens: Partial<Record<ActorName, { named: Relation[]; numbered: Relation[] }>> = {
  casemanager: { named: ['eigen', 'offen'], numbered: [] },
  kollegin: { named: ['kollegin', 'offen'], numbered: [] },
  casemanagerBeta: { named: ['fremderTraeger'], numbered: [] },
  nachbarCasemanager: { named: ['fremderKreis'], numbered: [] },
  koordination: { named: [], numbered: inKreis },
  koordinationNorden: { named: [], numbered: north },
  koordinationSueden: { named: [], numbered: ['fremderTraeger'] },
  nachbarKoordination: { named: [], numbered: ['fremderKreis'] },
};
const nothing = { named: [], numbered: [] };
const actors = Object.keys(actorPlan) as ActorName[];

interface Opened {
  readonly eigen: boolean;
  readonly schluessel: Buffer | null;
  readonly akte: { readonly familienname: string | null };
  readonly kontakt: readonly { readonly siegel: string | null }[];
}

test.each(actors)(
  'M399 a case opens for %s as the policies say, whatever the application asks',
  async (name) => {
    const found: { named: Relation[]; numbered: Relation[] } = { named: [], numbered: [] };
    for (const relation of relations) {
      const { kreisId, fallId } = cases[relation];
      const [row] = await asActor(world, name, (tx) =>
        tx.all(sql<Opened>`select * from fall_akte(${kreisId}, ${fallId}, '2023-06-01', 30, true, 'probe')`),
      );
      if (!row) continue;
      const revealed = [row.schluessel, row.akte.familienname, row.kontakt[0]?.siegel].map((v) => v !== null);
      expect(revealed).toEqual([row.eigen, row.eigen, row.eigen]);
      found[row.eigen ? 'named' : 'numbered'].push(relation);
    }
    expect(found).toEqual(opens[name] ?? nothing);
  },
);

test('M399 without the word of the application nobody but those who work on a case opens it', async () => {
  const { kreisId, fallId } = cases.eigen;
  const rows = await asActor(world, 'koordination', (tx) =>
    tx.all(sql`select * from fall_akte(${kreisId}, ${fallId}, '2023-06-01', 30, false, 'probe')`),
  );
  expect(rows).toEqual([]);
});

test('M400 opening a case by name leaves its row in the access log, by number none', async () => {
  const { kreisId, fallId, personId } = cases.kollegin;
  const open = (name: ActorName, vorgang: string) =>
    asActor(world, name, (tx) =>
      tx.all(sql`select * from fall_akte(${kreisId}, ${fallId}, '2023-06-01', 30, true, ${vorgang})`),
    );
  await open('kollegin', 'mit-namen');
  await open('koordination', 'mit-nummer');
  const rows = await asAdmin(world, (tx) =>
    tx.all(sql`select konto_id, person_id, vorgang from lesezugriff where vorgang like 'mit-%'`),
  );
  expect(rows).toEqual([{ konto_id: world.konto.kollegin, person_id: [personId], vorgang: 'mit-namen' }]);
});

test.each(actors)('M399 the status of cases is told to %s for those at work only', async (name) => {
  const found: string[] = [];
  for (const kreisId of new Set(relations.map((relation) => cases[relation].kreisId))) {
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql<{ fall_id: string }>`select fall_id from fall_stand(${kreisId}, '2023-06-01', null, null)`),
    );
    found.push(...rows.map(({ fall_id }) => fall_id));
  }
  const expected = (opens[name] ?? nothing).named.map((relation) => cases[relation].fallId);
  expect(found.toSorted()).toEqual(expected.toSorted());
});
