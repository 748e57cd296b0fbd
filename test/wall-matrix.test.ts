import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActorName } from './support/fixture.ts';
import { anderswo, expected, matrix } from './support/matrix-plan.ts';
import { cellOf, prepareProbe, probe, type Cells } from './support/matrix-probe.ts';
import { actors, insertLagen, lageNamen } from './support/matrix-world.ts';
import { asAdmin, openWorld, type World } from './support/relation.ts';

let world: World & { close(): Promise<void> };
beforeAll(async () => {
  world = await openWorld();
  await prepareProbe(world, await insertLagen(world), Object.keys(matrix));
});
afterAll(() => world.close());

test('every table that is closed to its owner has its lines in the matrix, or a reason why not', async () => {
  const forced = await asAdmin(world, (tx) =>
    tx.all(sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relforcerowsecurity order by 1`),
  );
  const known = [...Object.keys(matrix), ...Object.keys(anderswo)].toSorted();
  expect(known).toEqual(forced.map(({ name }) => name));
});

test('M399 as the runtime role: every actor, every table, fourteen kinds of case, four commands, exactly as declared', async () => {
  const wrong: string[] = [];
  let cells = 0;
  const all = await asAdmin(world, async (tx) => {
    const cellsOf = new Map<ActorName, Cells>();
    for (const name of actors) cellsOf.set(name, await probe(tx, world, name));
    return cellsOf;
  });
  for (const [name, found] of all) {
    for (const table of Object.keys(matrix)) {
      for (const lage of lageNamen) {
        const has = found.get(cellOf(table, lage)) ?? '';
        const wanted = found.has(cellOf(table, lage)) ? expected(table, lage, name) : '';
        cells += 4;
        if (has !== wanted)
          wrong.push(`${name}, ${table}, ${lage}: ${has || '-'} instead of ${wanted || '-'}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(40_000);
}, 90_000);

/** Those for whom at least one policy makes a difference. */
const affected: readonly ActorName[] = [
  'casemanager',
  'kollegin',
  'casemanagerBeta',
  'koordination',
  'koordinationNorden',
  'notzugriff',
  'datenschutz',
];

/** Policies without which nothing changes for anybody here, and why. */
const survivors: Readonly<Record<string, string>> = {
  'person.ohne_verweis': 'no row of the matrix points at another record; the merge of duplicates proves it',
  'nachtrag.nur_im_eigenen_namen': "every try here is in one's own name; the notes prove it",
  'nachtrag.wie_notiz': 'the amendments here belong to contacts; the notes prove it',
  'notiz.ebene': 'the notes here are of the level "fall"; the notes prove it',
  'person.nicht_eingeschraenkt': 'no person of the matrix is restricted; the requests of the person prove it',
  'anfrage.nicht_geloescht': 'none is erased here; deletion proves it',
  'fall.nicht_geloescht': 'none is erased here; deletion proves it',
  'erfolgsbericht.freigegebene': 'none is released here; the case examples prove it',
  'erfolgsbericht.pruefen': 'the consents cover no example here; the case examples prove it',
  'erfolgsbericht.entscheiden': 'as before',
  'erfolgsbericht.zuruecknehmen': 'as before',
  'termin.uebergeben': 'opens with the purpose of a hand-over only; the hand-over proves it',
  'uebergabe_anfrage.belegt': 'opens with the purpose of a hand-over only; the hand-over proves it',
  'oeffnung.schliessen': 'only closes what is open, at this very moment; openings prove it',
  'oeffnung.nur_offene_schliessen': 'as before',
  'oeffnung_wunsch.antworten': "only answers, in one's own name; openings prove it",
  'notzugriff.beenden': 'only ends it; emergency access proves it',
};

test('each policy of the runtime role is sharp: without it the matrix notices', async () => {
  const policies = await asAdmin(world, (tx) =>
    tx.all(sql<{ tabelle: string; name: string; tot: boolean }>`
      select tablename as tabelle, policyname as name, case cmd
          when 'DELETE' then not has_table_privilege('lotse_app', tablename, 'delete')
          when 'UPDATE' then not has_any_column_privilege('lotse_app', tablename, 'update')
          else false end as tot
      from pg_policies where schemaname = 'public' and 'lotse_app' = any (roles) and tablename = any (${Object.keys(matrix)})
      order by 1, 2`),
  );
  const unnoticed: string[] = [];
  for (const { tabelle, name, tot } of policies) {
    // For a command that the role has no privilege for, a policy is a second lock on a wall.
    if (tot) continue;
    const noticed = await withoutPolicy(tabelle, name);
    if (!noticed) unnoticed.push(`${tabelle}.${name}`);
  }
  expect(unnoticed.toSorted()).toEqual(Object.keys(survivors).toSorted());
}, 180_000);

/** Drops a policy in a transaction that is taken back, and looks at its table through everybody's eyes. */
async function withoutPolicy(table: string, policy: string): Promise<boolean> {
  class Undo extends Error {}
  let noticed = false;
  try {
    await asAdmin(world, async (tx) => {
      await tx.run(sql`drop policy ${sql.ref(policy)} on ${sql.table(table)}`);
      for (const name of affected) {
        const found = await probe(tx, world, name, table);
        noticed ||= lageNamen.some((lage) => {
          const cell = found.get(cellOf(table, lage));
          return cell !== undefined && cell !== expected(table, lage, name);
        });
        if (noticed) break;
      }
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return noticed;
}
