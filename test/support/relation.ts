import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase, openOwner, type EnterOptions, type Tx } from '#src/platform/server/db.ts';
import { newKey } from '#src/platform/server/siegel.ts';
import { openSchluessel, sealForPerson } from '#src/platform/server/schluessel.ts';
import type { TestApp } from './app.ts';
import { testDatabase } from './database.ts';
import { actorPlan, insertFixture, kommune, kreis, nachbar, traeger, type ActorName } from './fixture.ts';

/** How a case stands to the actor "casemanager" of the fixture (Träger Alpha, Kommune Norddorf). */
export const relationPlan = {
  eigen: { kreisId: kreis, traegerId: traeger.alpha, cm: 'casemanager', kommuneId: kommune.norden },
  kollegin: { kreisId: kreis, traegerId: traeger.alpha, cm: 'kollegin', kommuneId: kommune.norden },
  offen: { kreisId: kreis, traegerId: traeger.alpha, cm: null, kommuneId: kommune.norden },
  fremderTraeger: {
    kreisId: kreis,
    traegerId: traeger.beta,
    cm: 'casemanagerBeta',
    kommuneId: kommune.sueden,
  },
  fremderKreis: {
    kreisId: nachbar,
    traegerId: traeger.gamma,
    cm: 'nachbarCasemanager',
    kommuneId: kommune.nachbar,
  },
} as const satisfies Record<
  string,
  { kreisId: string; traegerId: string; cm: ActorName | null; kommuneId: string }
>;
export type Relation = keyof typeof relationPlan;
export const relations = Object.keys(relationPlan) as Relation[];

/** What is needed to put cases in and to look at them past HTTP; a test app is one. */
export type World = Pick<TestApp, 'owner' | 'db' | 'schluessel' | 'konto'>;

/** The fixture's accounts and places in a fresh database, without HTTP. */
export async function openWorld(): Promise<World & { close(): Promise<void> }> {
  const database = await testDatabase();
  const db = openDatabase(database.connection('lotse_app'));
  const admin = openOwner(database.connection('lotse_admin'));
  return {
    db,
    owner: admin.owner,
    schluessel: openSchluessel(newKey()),
    konto: await insertFixture(admin.owner),
    close: async () => {
      await db.close();
      await admin.close();
      await database.close();
    },
  };
}

/** Ids of a complete case: person, consent, sealed text, histories, one contact. */
export interface TestCase {
  readonly kreisId: string;
  readonly traegerId: string;
  readonly personId: string;
  readonly einwilligungId: string;
  readonly geheimtextId: string;
  readonly fallId: string;
  readonly kontaktId: string;
  readonly sonstigerId: string;
  readonly anfrageId: string;
  readonly terminId: string;
  /** A round of the Assessment that is begun. */
  readonly assessmentId: string;
}

/** Puts a complete case into the database, past both walls, with a readable sealed note. */
export async function insertCase(world: World, relation: Relation): Promise<TestCase> {
  const plan = relationPlan[relation];
  const casemanagerId = plan.cm === null ? null : world.konto[plan.cm];
  const ids: TestCase = {
    kreisId: plan.kreisId,
    traegerId: plan.traegerId,
    personId: randomUUID(),
    einwilligungId: randomUUID(),
    geheimtextId: randomUUID(),
    fallId: randomUUID(),
    kontaktId: randomUUID(),
    sonstigerId: randomUUID(),
    anfrageId: randomUUID(),
    terminId: randomUUID(),
    assessmentId: randomUUID(),
  };
  await asAdmin(world, async (tx) => {
    const { key, wrapped } = await world.schluessel.newPersonKey(tx, plan.kreisId, plan.traegerId);
    const siegel = sealForPerson(key, ids.geheimtextId, `Notiz ${relation}`);
    await tx.run(sql`
      with p as (
        insert into person (kreis_id, id, traeger_id, casemanager_id, einwilligung_id, familienname, vorname,
          suchform, suchlaut, schluessel_verpackt)
        values (${ids.kreisId}, ${ids.personId}, ${ids.traegerId}, ${casemanagerId}, ${ids.einwilligungId},
          ${`Kanari ${relation}`}, 'Vogel', 'kanari vogel', 'knr vkl', ${wrapped})
      ), e as (
        insert into einwilligung (kreis_id, id, person_id, erteilt_am)
        values (${ids.kreisId}, ${ids.einwilligungId}, ${ids.personId}, '2023-01-10')
      ), g as (
        insert into geheimtext (kreis_id, id, person_id, siegel)
        values (${ids.kreisId}, ${ids.geheimtextId}, ${ids.personId}, ${siegel})
      )
      insert into fall (kreis_id, id, nummer, traeger_id, casemanager_id, person_id, kommune_id, aufgenommen_am)
      values (${ids.kreisId}, ${ids.fallId}, ${`T-${relation}-${ids.fallId.slice(0, 8)}`}, ${ids.traegerId}, ${casemanagerId},
        ${ids.personId}, ${plan.kommuneId}, '2023-01-10')`);
    await insertHistories(tx, ids, casemanagerId, plan.kommuneId);
    await insertAnfrage(tx, ids, casemanagerId, plan.kommuneId);
    await insertFreigabe(tx, ids);
    await insertAssessment(tx, ids);
    await insertTermin(tx, ids, casemanagerId ?? world.konto.casemanager);
  });
  return ids;
}

async function insertHistories(tx: Tx, ids: TestCase, casemanagerId: string | null, kommuneId: string) {
  await tx.run(sql`
    insert into fall_status (kreis_id, fall_id, status, herkunft, gueltig_ab)
    values (${ids.kreisId}, ${ids.fallId}, 'aktiv', 'aufnahme', '2023-01-10')`);
  await tx.run(sql`
    insert into fall_zustaendigkeit (kreis_id, fall_id, traeger_id, casemanager_id, anlass, gueltig_ab)
    values (${ids.kreisId}, ${ids.fallId}, ${ids.traegerId}, ${casemanagerId}, 'aufnahme', '2023-01-10')`);
  await tx.run(sql`
    insert into fall_merkmal (kreis_id, fall_id, merkmal, wert, gueltig_ab)
    values (${ids.kreisId}, ${ids.fallId}, 'geschlecht', 'w', '2023-01-10')`);
  await tx.run(sql`
    insert into beratungskontakt (kreis_id, id, fall_id, traeger_id, casemanager_id, am, qualifiziert, format, ort, notiz_id)
    values (${ids.kreisId}, ${ids.kontaktId}, ${ids.fallId}, ${ids.traegerId}, ${casemanagerId}, '2023-02-01', true,
      'persoenlich', 'buero', ${ids.geheimtextId})`);
  await tx.run(sql`
    insert into sonstiger_kontakt (kreis_id, id, traeger_id, kommune_id, am)
    values (${ids.kreisId}, ${ids.sonstigerId}, ${ids.traegerId}, ${kommuneId}, '2023-02-01')`);
}

/** An open Anfrage of the same Träger and place, with a depth and a former wait; it knows nothing of the person. */
async function insertAnfrage(tx: Tx, ids: TestCase, casemanagerId: string | null, kommuneId: string) {
  await tx.run(sql`
    insert into anfrage (kreis_id, id, nummer, traeger_id, casemanager_id, eingegangen_am, frist_am, kommune_id)
    values (${ids.kreisId}, ${ids.anfrageId}, ${`A-${ids.anfrageId.slice(0, 8)}`}, ${ids.traegerId}, ${casemanagerId},
      '2023-01-05', '2023-01-19', ${kommuneId})`);
  await tx.run(sql`
    insert into anfrage_tiefe (kreis_id, anfrage_id, tiefe, gueltig_ab)
    values (${ids.kreisId}, ${ids.anfrageId}, 'information', '2023-01-05')`);
  await tx.run(sql`
    insert into warteliste (kreis_id, anfrage_id, traeger_id, grund, eingetragen_am, ausgetragen_am, ausgang)
    values (${ids.kreisId}, ${ids.anfrageId}, ${ids.traegerId}, 'auslastung', '2023-01-05', '2023-01-06', 'eingeladen')`);
}

/** A release with its signature, scan and sharing, and a notice that was handed out. */
async function insertFreigabe(tx: Tx, ids: TestCase) {
  const { kreisId, personId, traegerId } = ids;
  await tx.run(sql`
    with s as (
      insert into stelle (kreis_id, name, art) values (${kreisId}, ${`Stelle ${personId}`}, 'jobcenter') returning id
    ), v as (
      insert into vordruck (kreis_id, traeger_id, art, fassung, inhalt)
      select ${kreisId}, ${traegerId}, 'datenschutzinformation', coalesce(max(fassung), 0) + 1, '{}' from vordruck
      where kreis_id = ${kreisId} and traeger_id = ${traegerId} and art = 'datenschutzinformation' returning id
    ), h as (
      insert into anhang (kreis_id, person_id, medientyp, groesse, siegel)
      values (${kreisId}, ${personId}, 'image/png', 1, 'x') returning id
    ), a as (
      insert into aushaendigung (kreis_id, person_id, vordruck_id, sprache, am)
      select ${kreisId}, ${personId}, v.id, 'deu', '2023-01-10' from v
    ), e as (
      insert into entbindung (kreis_id, person_id, traeger_id, stelle_id, zweck, inhalt, richtung, gueltig_ab, gueltig_bis)
      select ${kreisId}, ${personId}, ${traegerId}::uuid, s.id, 'vermittlung', '{wohnen}', 'an', '2023-01-10', '2023-06-10'
      from s returning id
    ), u as (
      insert into unterschrift (kreis_id, person_id, gegenstand, gegenstand_id, rolle, form, text_pruefwert, anhang_id)
      select ${kreisId}, ${personId}, 'entbindung', e.id, 'klient', 'papier', sha256('x'), h.id from e, h
    )
    insert into weitergabe (kreis_id, person_id, entbindung_id, inhalt, form)
    select ${kreisId}, ${personId}, e.id, '{wohnen}', 'papier' from e`);
}

/** A begun Assessment with a rated area and a level of self-reliance. */
async function insertAssessment(tx: Tx, { kreisId, fallId, assessmentId }: TestCase) {
  await tx.run(sql`
    insert into assessment (kreis_id, id, fall_id, runde, am)
    values (${kreisId}, ${assessmentId}, ${fallId}, 1, '2023-02-01')`);
  await tx.run(sql`
    insert into assessment_bereich (kreis_id, fall_id, assessment_id, lebensbereich, bedarf)
    values (${kreisId}, ${fallId}, ${assessmentId}, 'wohnen', 'bedarf')`);
  await tx.run(sql`
    insert into selbststand (kreis_id, fall_id, assessment_id, dimension, stufe)
    values (${kreisId}, ${fallId}, ${assessmentId}, 'rechtlich', 2)`);
}

/** An appointment of the case, a week ahead. */
async function insertTermin(tx: Tx, ids: TestCase, casemanagerId: string) {
  await tx.run(sql`
    insert into termin (kreis_id, id, traeger_id, casemanager_id, art, beginn, ende, fall_id)
    values (${ids.kreisId}, ${ids.terminId}, ${ids.traegerId}, ${casemanagerId}, 'beratung', now() + interval '7 days',
      now() + interval '7 days 1 hour', ${ids.fallId})`);
}

/** Runs past the policies, as the administrator of the server; only to prepare and to look. */
export async function asAdmin<T>(world: World, body: (tx: Tx) => Promise<T>): Promise<T> {
  return world.owner(async (tx) => {
    await tx.client.query('reset role');
    return body(tx);
  });
}

/** Runs under lotse_app with the scope of an actor, as a request does, but with free SQL. */
export async function asActor<T>(world: World, name: ActorName, body: (tx: Tx) => Promise<T>): Promise<T> {
  return world.db.asKonto({ kreisId: actorPlan[name].kreisId, kontoId: world.konto[name] }, {}, body);
}

class RollBack extends Error {}

/** Number of rows that a statement would change, taken back at once; 'refused' when the database says no. */
export async function attempt(
  world: World,
  name: ActorName,
  statement: ReturnType<typeof sql>,
  options: EnterOptions = {},
): Promise<number | 'refused'> {
  let rows = 0;
  try {
    const konto = { kreisId: actorPlan[name].kreisId, kontoId: world.konto[name] };
    await world.db.asKonto(konto, options, async (tx) => {
      rows = await tx.run(statement);
      throw new RollBack();
    });
  } catch (error) {
    if (error instanceof RollBack) return rows;
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'refused';
    throw error;
  }
  return rows;
}
