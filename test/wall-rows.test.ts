import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActorName } from './support/fixture.ts';
import { actorPlan, kreis, traeger } from './support/fixture.ts';
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
    await insertScreening(cases[relation]);
  }
});
afterAll(() => world.close());

/** An Erstberatung of the named person, and a fact that it recorded. */
async function insertScreening({ kreisId, personId, traegerId, anfrageId }: TestCase): Promise<void> {
  const konto = sql`(select id from konto where kreis_id = ${kreisId} limit 1)`;
  await asAdmin(world, async (tx) => {
    await tx.run(sql`
      insert into erstberatung (kreis_id, anfrage_id, traeger_id, casemanager_id, person_id, am, vorschlag, vorschlag_grund)
      values (${kreisId}, ${anfrageId}, ${traegerId}, ${konto}, ${personId}, '2023-01-09', 'case_management', 'schwelle')`);
    await tx.run(sql`
      insert into person_merkmal (kreis_id, person_id, merkmal, wert, gueltig_ab)
      values (${kreisId}, ${personId}, 'aufenthaltstitel', 'AE_24', '2023-01-09')`);
  });
}

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
  ['erstberatung', 'person_id', 'personId', 'person'],
  ['person_merkmal', 'person_id', 'personId', 'person'],
  ['entbindung', 'person_id', 'personId', 'person'],
  ['unterschrift', 'person_id', 'personId', 'person'],
  ['aushaendigung', 'person_id', 'personId', 'person'],
  ['anhang', 'person_id', 'personId', 'person'],
  ['weitergabe', 'person_id', 'personId', 'person'],
  ['fall', 'id', 'fallId', 'fall'],
  ['fall_status', 'fall_id', 'fallId', 'fall'],
  ['fall_zustaendigkeit', 'fall_id', 'fallId', 'fall'],
  ['fall_merkmal', 'fall_id', 'fallId', 'fall'],
  ['beratungskontakt', 'fall_id', 'fallId', 'fall'],
  ['assessment', 'fall_id', 'fallId', 'person'],
  ['assessment_bereich', 'fall_id', 'fallId', 'person'],
  ['selbststand', 'fall_id', 'fallId', 'person'],
  ['sonstiger_kontakt', 'id', 'sonstigerId', 'sonstiger'],
  ['anfrage', 'id', 'anfrageId', 'sonstiger'],
  ['anfrage_tiefe', 'anfrage_id', 'anfrageId', 'sonstiger'],
  ['warteliste', 'anfrage_id', 'anfrageId', 'sonstiger'],
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
    'a fact of a person',
    (to) => sql`insert into person_merkmal (kreis_id, person_id, merkmal, wert, gueltig_ab, gueltig_bis)
      values (${to.kreisId}, ${to.personId}, 'rechtskreis', ${`x${Math.random()}`}, '2022-01-01', '2022-02-01')`,
  ],
  [
    'a sealed text',
    (to) => sql`insert into geheimtext (kreis_id, person_id, siegel)
      values (${to.kreisId}, ${to.personId}, ${Buffer.from('x')})`,
  ],
  [
    'a depth of counselling',
    (to) => sql`insert into anfrage_tiefe (kreis_id, anfrage_id, tiefe, gueltig_ab, gueltig_bis)
      values (${to.kreisId}, ${to.anfrageId}, 'information', '2022-01-01', '2022-02-01')`,
  ],
  [
    'a round of the Assessment',
    (to) => sql`insert into assessment (kreis_id, fall_id, runde, am, stand, abgeschlossen_am)
      values (${to.kreisId}, ${to.fallId}, 2, '2023-03-01', 'abgeschlossen', now())`,
  ],
  [
    'a need',
    (to) => sql`insert into assessment_bereich (kreis_id, fall_id, assessment_id, lebensbereich)
      values (${to.kreisId}, ${to.fallId}, ${to.assessmentId}, ${`x${Math.random()}`})`,
  ],
  [
    'a level of self-reliance',
    (to) => sql`insert into selbststand (kreis_id, fall_id, assessment_id, dimension, stufe)
      values (${to.kreisId}, ${to.fallId}, ${to.assessmentId}, 'sozial', 3)`,
  ],
  [
    'an anonymous contact',
    (to) => sql`insert into sonstiger_kontakt (kreis_id, traeger_id, am)
      values (${to.kreisId}, ${to.traegerId}, '2023-03-01')`,
  ],
];

const withoutPerson = ['an anonymous contact', 'a depth of counselling'];

describe.each(writes)('writing %s as SQL', (what, statement) => {
  const opens = withoutPerson.includes(what) ? 'sonstiger' : 'person';
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
  [
    'stop a sharing',
    (of) =>
      sql`update weitergabe set stand = 'gestoppt', gestoppt_am = now() where person_id = ${of.personId}`,
  ],
  [
    'withdraw a release',
    (of) => sql`update entbindung set widerrufen_am = '2023-02-01' where person_id = ${of.personId}`,
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

test.each(actors)(
  '%s changes Anfragen of the own Träger only, and takes them in for any of the Kreis',
  async (name) => {
    const { rolle, kreisId } = actorPlan[name];
    for (const relation of relations) {
      const to = cases[relation];
      const changed = await attempt(
        world,
        name,
        sql`update anfrage set dringlich = true where id = ${to.anfrageId}`,
      );
      const own = rolle === 'casemanager' && (visible[name] ?? nothing).sonstiger.includes(relation);
      expect([relation, changed === 1]).toEqual([relation, own]);
      const taken = await attempt(
        world,
        name,
        sql`insert into anfrage (kreis_id, nummer, traeger_id, eingegangen_am, frist_am)
        values (${to.kreisId}, 'A-2023-9999', ${to.traegerId}, '2023-01-01', '2023-01-15')`,
      );
      expect([relation, taken]).toEqual([
        relation,
        rolle === 'casemanager' && kreisId === to.kreisId ? 1 : 'refused',
      ]);
    }
  },
);

test('hand-overs and consents are written by those who may hand over and name, and by nobody else', async () => {
  const { kreisId, personId } = cases.eigen;
  const uebergabe = sql`insert into uebergabe (kreis_id, von_traeger_id, an_traeger_id, wirksam_am, grund)
    values (${kreisId}, ${traeger.alpha}, ${traeger.beta}, '2023-03-01', 'umzug')`;
  // One that was withdrawn: a second one that holds the database refuses to everybody.
  const einwilligung = sql`insert into einwilligung (kreis_id, person_id, erteilt_am, widerrufen_am)
    values (${kreisId}, ${personId}, '2023-03-01', '2023-03-01')`;
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

test('M151 a person is locked and unlocked by those at work only, and never by a plain change', async () => {
  for (const name of actors) {
    for (const relation of relations) {
      const { kreisId, personId, einwilligungId } = cases[relation];
      const own = (visible[name] ?? nothing).person.includes(relation);
      const lock = sql`select from person_sperren(${kreisId}, ${personId}, '2024-01-01')`;
      expect([name, relation, await attempt(world, name, lock)]).toEqual([name, relation, own ? 1 : 0]);
      const stand = sql`select from einwilligung_stand(${kreisId}, ${personId})`;
      expect([name, relation, await attempt(world, name, stand)]).toEqual([name, relation, own ? 1 : 0]);
      // Without a lock and without a consent of this very transaction there is nothing to unlock.
      const unlock = sql`select where person_entsperren(${kreisId}, ${personId}, ${einwilligungId})`;
      expect(await attempt(world, name, unlock)).toBe(0);
    }
  }
  const plain = sql`update person set gesperrt_am = now() where id = ${cases.eigen.personId}`;
  expect(await attempt(world, 'casemanager', plain)).toBe('refused');
});
