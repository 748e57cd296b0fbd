import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActorName } from './support/fixture.ts';
import { actorPlan, kreis, traeger } from './support/fixture.ts';
import {
  asActor,
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
});
afterAll(() => world.close());

const inKreis: Relation[] = ['eigen', 'kollegin', 'offen', 'fremderTraeger'];
const north: Relation[] = ['eigen', 'kollegin', 'offen'];

/** What each actor may see as SQL, whatever the application asks: named persons, and cases by their number. */
const visible: Partial<Record<ActorName, { person: Relation[]; fall: Relation[]; sonstiger: Relation[] }>> = {
  casemanager: { person: ['eigen', 'offen'], fall: ['eigen', 'offen'], sonstiger: north },
  kollegin: { person: ['kollegin', 'offen'], fall: ['kollegin', 'offen'], sonstiger: north },
  casemanagerBeta: { person: ['fremderTraeger'], fall: ['fremderTraeger'], sonstiger: ['fremderTraeger'] },
  nachbarCasemanager: { person: ['fremderKreis'], fall: ['fremderKreis'], sonstiger: ['fremderKreis'] },
  koordination: { person: [], fall: inKreis, sonstiger: inKreis },
  koordinationNorden: { person: [], fall: north, sonstiger: north },
  koordinationSueden: { person: [], fall: ['fremderTraeger'], sonstiger: ['fremderTraeger'] },
  nachbarKoordination: { person: [], fall: ['fremderKreis'], sonstiger: ['fremderKreis'] },
};
const nothing = { person: [], fall: [], sonstiger: [] };
const actors = Object.keys(actorPlan) as ActorName[];

/** Tables with rows of a case, and whether they open with the name or already with the number of the case. */
const tables: readonly (readonly [
  table: string,
  column: string,
  id: keyof TestCase,
  with_: keyof typeof nothing,
])[] = [
  ['person', 'id', 'personId', 'person'],
  ['einwilligung', 'id', 'einwilligungId', 'person'],
  ['geheimtext', 'id', 'geheimtextId', 'person'],
  ['fall', 'id', 'fallId', 'fall'],
  ['fall_status', 'fall_id', 'fallId', 'fall'],
  ['fall_zustaendigkeit', 'fall_id', 'fallId', 'fall'],
  ['fall_merkmal', 'fall_id', 'fallId', 'fall'],
  ['beratungskontakt', 'fall_id', 'fallId', 'fall'],
  ['sonstiger_kontakt', 'id', 'sonstigerId', 'sonstiger'],
];

describe.each(tables)('rows of %s as SQL', (table, column, id, with_) => {
  test.each(actors)('M399 %s sees exactly what the role opens', async (name) => {
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql<{ id: string }>`select ${sql.ref(column)} as id from ${sql.table(table)}`),
    );
    const seen = relations.filter((relation) => rows.some((row) => row.id === cases[relation][id]));
    expect(seen).toEqual((visible[name] ?? nothing)[with_]);
    expect(rows).toHaveLength(seen.length);
  });
});

const writes: readonly (readonly [string, (to: TestCase) => ReturnType<typeof sql>])[] = [
  [
    'a contact',
    (to) => sql`insert into beratungskontakt (kreis_id, fall_id, traeger_id, am, qualifiziert, format, ort)
      values (${to.kreisId}, ${to.fallId}, ${to.traegerId}, '2023-03-01', true, 'telefon', 'kein')`,
  ],
  [
    'a status',
    (to) => sql`insert into fall_status (kreis_id, fall_id, status, herkunft, gueltig_ab, gueltig_bis)
      values (${to.kreisId}, ${to.fallId}, 'ruhend', 'hand', '2022-01-01', '2022-02-01')`,
  ],
  [
    'a responsibility',
    (
      to,
    ) => sql`insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, anlass, gueltig_ab, gueltig_bis)
      values (${to.kreisId}, ${to.fallId}, ${to.traegerId}, 'zuweisung', '2022-01-01', '2022-02-01')`,
  ],
  [
    'a Merkmal',
    (to) => sql`insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab)
      values (${to.kreisId}, ${to.fallId}, 'lebensbereich', ${`x${Math.random()}`}, '2022-01-01')`,
  ],
  [
    'a sealed text',
    (to) => sql`insert into geheimtext (kreis_id, person_id, siegel)
      values (${to.kreisId}, ${to.personId}, ${Buffer.from('x')})`,
  ],
  [
    'an anonymous contact',
    (to) => sql`insert into sonstiger_kontakt (kreis_id, traeger_id, am)
      values (${to.kreisId}, ${to.traegerId}, '2023-03-01')`,
  ],
];

describe.each(writes)('writing %s as SQL', (what, statement) => {
  const opens = what === 'an anonymous contact' ? 'sonstiger' : 'person';
  test.each(actors)('%s writes to own cases only, never where the role only reads', async (name) => {
    for (const relation of relations) {
      const outcome = await attempt(world, name, statement(cases[relation]));
      const own =
        actorPlan[name].rolle === 'casemanager' && (visible[name] ?? nothing)[opens].includes(relation);
      expect([relation, outcome]).toEqual([relation, own ? 1 : 'refused']);
    }
  });
});

type Change = readonly [string, (of: TestCase) => ReturnType<typeof sql>];
const changes: readonly Change[] = [
  ['take over a case', (of) => sql`update fall set zugang = 'schule' where id = ${of.fallId}`],
  ['delete a case', (of) => sql`delete from fall where id = ${of.fallId}`],
  ['rename a person', (of) => sql`update person set vorname = 'x' where id = ${of.personId}`],
  ['delete a person', (of) => sql`delete from person where id = ${of.personId}`],
  ['delete a sealed text', (of) => sql`delete from geheimtext where id = ${of.geheimtextId}`],
  [
    'withdraw a consent',
    (of) => sql`update einwilligung set widerrufen_am = '2024-01-01' where id = ${of.einwilligungId}`,
  ],
  ...(['fall_status', 'fall_zustaendigkeit', 'fall_merkmal', 'beratungskontakt'] as const).flatMap(
    (table): Change[] => [
      [
        `replace a row of ${table}`,
        (of) => sql`update ${sql.table(table)} set ersetzt_am = now() where fall_id = ${of.fallId}`,
      ],
      [`delete a row of ${table}`, (of) => sql`delete from ${sql.table(table)} where fall_id = ${of.fallId}`],
    ],
  ),
];

describe.each(changes)('to %s as SQL', (_what, statement) => {
  test.each(actors)('%s reaches own cases only', async (name) => {
    for (const relation of relations) {
      const outcome = await attempt(world, name, statement(cases[relation]));
      const own = (visible[name] ?? nothing).person.includes(relation);
      expect([relation, outcome === 1]).toEqual([relation, own]);
    }
  });
});

test('hand-overs and consents are written by those who may hand over and name, and by nobody else', async () => {
  const { kreisId, personId } = cases.eigen;
  const uebergabe = sql`insert into uebergabe (kreis_id, von_traeger_id, an_traeger_id, wirksam_am, grund)
    values (${kreisId}, ${traeger.alpha}, ${traeger.beta}, '2023-03-01', 'umzug')`;
  const einwilligung = sql`insert into einwilligung (kreis_id, person_id, erteilt_am)
    values (${kreisId}, ${personId}, '2023-03-01')`;
  for (const name of actors) {
    const { rolle } = actorPlan[name];
    const names = rolle === 'casemanager' && actorPlan[name].kreisId === kreis;
    expect([name, await attempt(world, name, uebergabe), await attempt(world, name, einwilligung)]).toEqual([
      name,
      'refused',
      names ? 1 : 'refused',
    ]);
    const opened = await attempt(world, name, uebergabe, { zweck: 'uebergabe', zweckKreis: kreis });
    const hands = ['casemanager', 'koordination'].includes(rolle) && actorPlan[name].kreisId === kreis;
    expect([name, opened]).toEqual([name, hands ? 1 : 'refused']);
  }
});

test('a case manager cannot give a case away to a Träger where nobody asked for it', async () => {
  const away = sql`update fall set traeger_id = ${traeger.beta} where id = ${cases.offen.fallId}`;
  expect(await attempt(world, 'casemanager', away)).toBe('refused');
  const person = sql`update person set traeger_id = ${traeger.beta} where id = ${cases.offen.personId}`;
  expect(await attempt(world, 'casemanager', person)).toBe('refused');
});

test('a purpose opens nothing to those who do not hold its ability', async () => {
  for (const name of actors) {
    for (const zweck of ['uebernahme', 'uebergabe'] as const) {
      const { rolle, kreisId } = actorPlan[name];
      const holds =
        zweck === 'uebernahme' ? rolle === 'uebernahme' : ['koordination', 'casemanager'].includes(rolle);
      const rows = await world.db.asKonto(
        { kreisId, kontoId: world.konto[name] },
        { zweck, zweckKreis: kreis },
        (tx) =>
          tx.all(sql<{ id: string }>`select id from person where id = ${cases.fremderTraeger.personId}`),
      );
      const anyway = (visible[name] ?? nothing).person.includes('fremderTraeger');
      expect([name, zweck, rows.length > 0]).toEqual([name, zweck, (holds && kreisId === kreis) || anyway]);
    }
  }
});

test.each(actors)('%s deletes anonymous contacts of the own Träger only', async (name) => {
  for (const relation of relations) {
    const { sonstigerId } = cases[relation];
    const outcome = await attempt(world, name, sql`delete from sonstiger_kontakt where id = ${sonstigerId}`);
    const own =
      actorPlan[name].rolle === 'casemanager' && (visible[name] ?? nothing).sonstiger.includes(relation);
    expect([relation, outcome]).toEqual([relation, own ? 1 : 0]);
  }
});

test('the search over names finds what the actor sees by name, and nothing else', async () => {
  for (const name of actors) {
    const rows = await asActor(world, name, (tx) =>
      tx.all(sql<{ person_id: string }>`select person_id from person_suche('kanari', 'knr', 100)`),
    );
    const found = relations.filter((relation) =>
      rows.some((row) => row.person_id === cases[relation].personId),
    );
    expect([name, found, rows.length]).toEqual([name, (visible[name] ?? nothing).person, found.length]);
  }
});

test('without an account nothing but ground data is there', async () => {
  for (const [table] of tables) {
    const rows = await world.db.asNobody((tx) => tx.all(sql`select 1 from ${sql.table(table)}`));
    expect([table, rows.length]).toEqual([table, 0]);
  }
});
