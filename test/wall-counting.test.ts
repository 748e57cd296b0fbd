import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorPlan, kommune, kreis, nachbar, traeger, type ActorName } from './support/fixture.ts';
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
const actors = Object.keys(actorPlan) as ActorName[];
beforeAll(async () => {
  world = await openWorld();
  for (const relation of relations) cases[relation] = await insertCase(world, relation);
  await asAdmin(world, async (tx) => {
    await tx.run(sql`
      insert into traeger (kreis_id, slug, name, rechtsname, art)
      values (${nachbar}, 'delta', 'Delta', 'Delta', 'freier_traeger')`);
    await tx.run(sql`
      insert into uebergabe (kreis_id, von_traeger_id, an_traeger_id, wirksam_am, grund)
      values (${kreis}, ${traeger.alpha}, ${traeger.beta}, '2023-03-01', 'umzug'),
        (${nachbar}, ${traeger.gamma}, (select id from traeger where slug = 'delta'), '2023-03-01', 'umzug')`);
    for (const relation of ['eigen', 'fremderKreis'] as const) {
      const { kreisId, personId, fallId } = cases[relation];
      const konto = world.konto[relation === 'eigen' ? 'casemanager' : 'nachbarCasemanager'];
      await tx.run(sql`
        insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
        values (${kreisId}, ${konto}, ${[personId]}::uuid[], 'getFall')`);
      await tx.run(sql`
        insert into ereignis (kreis_id, konto_id, art, gegenstand, gegenstand_id)
        values (${kreisId}, ${konto}, 'fall.aufgenommen', 'fall', ${fallId})`);
    }
  });
});
afterAll(() => world.close());

const inKreis: Relation[] = ['eigen', 'kollegin', 'offen', 'fremderTraeger'];
const north: Relation[] = ['eigen', 'kollegin', 'offen'];

/** Cases that counting reaches: figures of the own Träger, the own region or the whole Kreis. */
const counted: Partial<Record<ActorName, Relation[]>> = {
  casemanager: north,
  kollegin: north,
  casemanagerBeta: ['fremderTraeger'],
  traegerleitung: north,
  nachbarCasemanager: ['fremderKreis'],
  koordination: inKreis,
  koordinationNorden: north,
  koordinationSueden: ['fremderTraeger'],
  nachbarKoordination: ['fremderKreis'],
  verwaltungsassistenz: inKreis,
  ki_leitung: inKreis,
};

test.each(actors)('M54 %s counts within the scope of the role', async (name) => {
  const rows = await asActor(world, name, (tx) =>
    tx.as('lotse_zaehler', () =>
      tx.all(sql<{ id: string }>`
        select distinct f.id from fall f
        join fall_zustaendigkeit z on z.kreis_id = f.kreis_id and z.fall_id = f.id
        join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id`),
    ),
  );
  const seen = relations.filter((relation) => rows.some((row) => row.id === cases[relation].fallId));
  expect(seen).toEqual(counted[name] ?? []);
});

test.each(actors)('%s counts anonymous contacts within the scope of the role', async (name) => {
  const rows = await asActor(world, name, (tx) =>
    tx.as('lotse_zaehler', () => tx.all(sql<{ id: string }>`select id from sonstiger_kontakt`)),
  );
  const seen = relations.filter((relation) => rows.some((row) => row.id === cases[relation].sonstigerId));
  expect(seen).toEqual(counted[name] ?? []);
});

test.each([
  'fall_status',
  'fall_merkmal',
  'beratungskontakt',
  'uebergabe',
  'assessment',
  'assessment_bereich',
  'selbststand',
])('facts of %s are counted in the own Kreis only', async (table) => {
  for (const name of actors) {
    const rows = await asActor(world, name, (tx) =>
      tx.as('lotse_zaehler', () =>
        tx.all(sql<{ kreis_id: string }>`select distinct kreis_id from ${sql.table(table)}`),
      ),
    );
    expect([name, rows]).toEqual([name, [{ kreis_id: actorPlan[name].kreisId }]]);
  }
});

test('hand-overs are read in the own Kreis only', async () => {
  for (const name of actors) {
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql<{ kreis_id: string }>`select distinct kreis_id from uebergabe`),
    );
    expect([name, rows]).toEqual([name, [{ kreis_id: actorPlan[name].kreisId }]]);
  }
});

test('hand-overs are changed by nobody without the purpose', async () => {
  for (const name of actors) {
    for (const statement of [sql`update uebergabe set ersetzt_am = now()`, sql`delete from uebergabe`]) {
      expect([name, await attempt(world, name, statement)]).toEqual([name, 0]);
    }
  }
});

test('M399 who read what is seen by the data-protection officer of the Kreis and nobody else, and only by way of the functions', async () => {
  for (const name of actors) {
    const direct = asActor(world, name, (tx) => tx.all(sql`select 1 from lesezugriff`));
    await expect(direct).rejects.toMatchObject({ code: '42501' });
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql<{ vorgang: string }>`
        select distinct z.vorgang from (values (${kreis}), (${nachbar})) k (id)
        cross join lateral protokoll_lesen(k.id, null, null, null, null, null, null, false, null, 100) z`),
    );
    expect([name, rows]).toEqual([name, name === 'datenschutz' ? [{ vorgang: 'getFall' }] : []]);
    const written = await asActor(world, name, (tx) =>
      tx.all(sql`select 1 from protokoll_schreiben(${kreis}, null, null, null, null, null, null, 100)`),
    );
    expect([name, written.length > 0]).toEqual([name, name === 'datenschutz']);
  }
});

test('events of a case are read by those who see the case', async () => {
  const readers: ActorName[] = ['casemanager', 'koordination', 'koordinationNorden'];
  for (const name of actors) {
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql`select 1 from ereignis where gegenstand_id = ${cases.eigen.fallId}`),
    );
    expect([name, rows.length]).toEqual([name, readers.includes(name) ? 1 : 0]);
  }
});

test('the counting role reads no name, no consent and no sealed text, and writes nothing', async () => {
  for (const statement of [
    sql`select familienname from person`,
    sql`select erteilt_am from einwilligung`,
    sql`select siegel from geheimtext`,
    sql`update fall set kommune_id = ${kommune.sueden}`,
    sql`delete from sonstiger_kontakt`,
  ]) {
    const counting = asActor(world, 'koordination', (tx) => tx.as('lotse_zaehler', () => tx.all(statement)));
    await expect(counting).rejects.toMatchObject({ code: '42501' });
  }
});

test('the log is written for oneself only, and neither changed nor deleted', async () => {
  const forged = sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreis}, ${world.konto.kollegin}, ${[cases.eigen.personId]}::uuid[], 'getFall')`;
  expect(await attempt(world, 'casemanager', forged)).toBe('refused');
  const honest = sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreis}, ${world.konto.casemanager}, ${[cases.eigen.personId]}::uuid[], 'getFall')`;
  expect(await attempt(world, 'casemanager', honest)).toBe(1);
  for (const statement of [
    sql`delete from lesezugriff`,
    sql`delete from ereignis`,
    sql`update ereignis set art = 'x'`,
    sql`update lesezugriff set vorgang = 'x'`,
  ]) {
    expect(await attempt(world, 'administration', statement)).toBe('refused');
  }
});
