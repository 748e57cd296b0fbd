import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorPlan, kommune, kreis, traeger, type ActorName } from './support/fixture.ts';
import { asActor, attempt, openWorld, type World } from './support/relation.ts';

const alpha = randomUUID();
const beta = randomUUID();
const stelle = randomUUID();
const angebot = randomUUID();
let world: World & { close(): Promise<void> };
beforeAll(async () => {
  world = await openWorld();
  await world.owner(async (tx) => {
    await tx.run(sql`insert into standort (kreis_id, id, traeger_id, name) values
      (${kreis}, ${alpha}, ${traeger.alpha}, 'Alpha'), (${kreis}, ${beta}, ${traeger.beta}, 'Beta')`);
    await tx.run(
      sql`insert into stelle (kreis_id, id, name, art) values (${kreis}, ${stelle}, 'Schulamt', 'schule')`,
    );
    await tx.run(sql`insert into angebot (kreis_id, id, stelle_id, name, art, ebene)
      values (${kreis}, ${angebot}, ${stelle}, 'Lernhilfe', 'bildung', 'teilregional')`);
    await tx.run(sql`insert into angebot_kommune (kreis_id, angebot_id, kommune_id)
      values (${kreis}, ${angebot}, ${kommune.norden})`);
    await tx.run(sql`insert into vereinbarung (kreis_id, stelle_id, aufgaben)
      values (${kreis}, ${stelle}, 'Meldung an KIM')`);
    await tx.run(sql`insert into netzwerktreffen (kreis_id, am, name, art)
      values (${kreis}, '2023-01-01', 'AK Schule', 'arbeitskreis')`);
    await tx.run(sql`insert into lage (kreis_id, am, bezeichnung) values (${kreis}, '2022-02-24', 'Krieg')`);
    await tx.run(sql`insert into zusteuerung (kreis_id, bezeichnung, gueltig_ab)
      values (${kreis}, 'Komplex an KIM', '2022-01-01')`);
    await tx.run(sql`insert into raum (kreis_id, standort_id, name) values (${kreis}, ${alpha}, 'Raum 1')`);
    await tx.run(sql`insert into stundenanteil (kreis_id, traeger_id, standort_id, prozent, gueltig_ab)
      values (${kreis}, ${traeger.alpha}, ${alpha}, 100, '2022-01-01')`);
  });
});
afterAll(() => world.close());

const actors = Object.keys(actorPlan) as ActorName[];
const inKreis = actors.filter((name) => actorPlan[name].kreisId === kreis);
const office: readonly ActorName[] = [
  'koordination',
  'koordinationNorden',
  'koordinationSueden',
  'verwaltungsassistenz',
];

test.each([
  'stelle',
  'lage',
  'zusteuerung',
  'raum',
  'stundenanteil',
  'angebot',
  'angebot_kommune',
  'vereinbarung',
  'netzwerktreffen',
])('rows of %s as SQL are seen in their Kreis only', async (table) => {
  for (const name of actors) {
    const rows = await asActor(world, name, (tx) => tx.all(sql`select from ${sql.table(table)}`));
    expect([name, rows.length]).toEqual([name, inKreis.includes(name) ? 1 : 0]);
  }
});

const writes: readonly (readonly [string, ReturnType<typeof sql>, readonly ActorName[]])[] = [
  [
    'a partner office',
    sql`insert into stelle (kreis_id, name, art) values (${kreis}, 'Kita', 'kita')`,
    [...office, 'casemanager', 'kollegin', 'casemanagerBeta'],
  ],
  [
    'an offer',
    sql`insert into angebot (kreis_id, stelle_id, name, art, ebene)
      values (${kreis}, ${stelle}, 'Sprachkurs', 'sprachkurs', 'kreisweit')`,
    [...office, 'casemanager', 'kollegin', 'casemanagerBeta'],
  ],
  [
    'for whom an offer is there',
    sql`insert into angebot_kommune (kreis_id, angebot_id, kommune_id)
      values (${kreis}, ${angebot}, ${kommune.sueden})`,
    [...office, 'casemanager', 'kollegin', 'casemanagerBeta'],
  ],
  [
    'an agreement',
    sql`insert into vereinbarung (kreis_id, stelle_id, aufgaben) values (${kreis}, ${stelle}, 'Vermittlung')`,
    [...office, 'casemanager', 'kollegin', 'casemanagerBeta'],
  ],
  [
    'a network meeting',
    sql`insert into netzwerktreffen (kreis_id, am, name, art)
      values (${kreis}, '2023-01-01', 'Runde', 'stadtteilrunde')`,
    [...office, 'casemanager', 'kollegin', 'casemanagerBeta'],
  ],
  [
    'a rule for the whole Kreis',
    sql`insert into zusteuerung (kreis_id, bezeichnung, gueltig_ab) values (${kreis}, 'Alle', '2022-01-01')`,
    ['koordination'],
  ],
  [
    'a rule for one Kommune',
    sql`insert into zusteuerung (kreis_id, bezeichnung, kommune_id, gueltig_ab)
      values (${kreis}, 'Norden', ${kommune.norden}, '2022-01-01')`,
    ['koordination', 'koordinationNorden'],
  ],
  [
    'an event from outside',
    sql`insert into lage (kreis_id, am, bezeichnung) values (${kreis}, '2022-02-24', 'Krieg')`,
    office,
  ],
  [
    'a place of a Träger',
    sql`update standort set telefon = '1' where id = ${alpha}`,
    [...office, 'casemanager', 'kollegin'],
  ],
  [
    'a room of a Träger',
    sql`insert into raum (kreis_id, standort_id, name) values (${kreis}, ${beta}, 'Raum 2')`,
    [...office, 'casemanagerBeta'],
  ],
  [
    'a share of hours',
    sql`insert into stundenanteil (kreis_id, traeger_id, standort_id, prozent, gueltig_ab)
      values (${kreis}, ${traeger.beta}, ${beta}, 100, '2022-01-01')`,
    office,
  ],
];

describe.each(writes)('writing %s as SQL', (_what, statement, allowed) => {
  test.each(actors)('%s writes exactly what the role keeps', async (name) => {
    const outcome = await attempt(world, name, statement);
    expect(outcome === 1).toBe(allowed.includes(name));
  });
});

test('a place keeps its Träger, name and kind: those come with the Kreis', async () => {
  const outcome = await attempt(world, 'koordination', sql`update standort set traeger_id = ${traeger.beta}`);
  expect(outcome).toBe('refused');
});

test('open hours are shown to everybody by their function only, never with the colleague who holds them', async () => {
  await asActor(world, 'casemanager', (tx) =>
    tx.run(sql`insert into sprechstunde (kreis_id, traeger_id, standort_id, casemanager_id, art, wochentag, von, bis, gueltig_ab)
      values (${kreis}, ${traeger.alpha}, ${alpha}, ${world.konto.casemanager}, 'sprechstunde', 1, '09:00', '11:00', '2022-01-01')`),
  );
  await world.db.asNobody(async (tx) => {
    expect(await tx.all(sql`select from sprechstunde`)).toEqual([]);
    const [row] = await tx.all(sql<Record<string, unknown>>`
      select * from offene_sprechstunde(${kreis}, '2023-01-01')`);
    expect(Object.keys(row ?? {})).toEqual(['standort_id', 'art', 'wochentag', 'von', 'bis', 'ausfall']);
  });
});

test('what was found about two entries is seen in its Kreis and written by those who keep the directory', async () => {
  const other = randomUUID();
  await world.owner((tx) =>
    tx.run(sql`insert into angebot (kreis_id, id, stelle_id, name, art, ebene)
      values (${kreis}, ${other}, ${stelle}, 'Lernhilfe doppelt', 'bildung', 'kreisweit')`),
  );
  const insert = sql`insert into angebot_abgleich (kreis_id, angebot_id, anderes_id, ergebnis)
    values (${kreis}, ${angebot}, ${other}, 'verschieden')`;
  for (const name of actors) {
    const keeps = [...office, 'casemanager', 'kollegin', 'casemanagerBeta'].includes(name);
    expect([name, await attempt(world, name, insert)]).toEqual([name, keeps ? 1 : 'refused']);
  }
  await world.owner((tx) => tx.run(insert));
  for (const name of actors) {
    const rows = await asActor(world, name, (tx) => tx.all(sql`select from angebot_abgleich`));
    expect([name, rows.length]).toEqual([name, inKreis.includes(name) ? 1 : 0]);
  }
});
