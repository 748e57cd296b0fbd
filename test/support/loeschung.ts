import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { runLoeschlauf } from '#src/loeschung/server/run-loeschlauf.ts';
import { today } from '#src/platform/day.ts';
import { sealForPerson } from '#src/platform/server/schluessel.ts';
import type { TestApp } from './app.ts';
import type { World } from './relation.ts';
import { asAdmin, type TestCase } from './relation.ts';

/** Words that stand in every corner of a full person, so that one look finds what was left. */
export const kanari = { name: 'Kanarienvogel', geboren: '1987-03-09', wort: 'Zwitschern' } as const;

/** A folder for the register that goes with the test. */
export function registerFolder(): { readonly dir: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'lotse-register-'));
  return { dir: join(root, 'register'), remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Carries out what is released, as the server does in the background. */
export function carryOut(world: Pick<World, 'db'>, registerDir: string, now: () => Date = () => new Date()) {
  const fehler: unknown[] = [];
  return runLoeschlauf({ db: world.db, registerDir, now, log: (line) => fehler.push(line) }).then(
    (summe) => ({ ...summe, fehler }),
  );
}

/** Closes a case as of a day, past all rights. */
export async function closeOn(world: World, fallId: string, am: string): Promise<void> {
  await asAdmin(world, async (tx) => {
    await tx.run(
      sql`update fall_status set gueltig_bis = ${am} where fall_id = ${fallId} and gueltig_bis is null`,
    );
    await tx.run(sql`
      insert into fall_status (kreis_id, fall_id, status, grund, herkunft, gueltig_ab)
      select kreis_id, id, 'abgeschlossen', 'umzug', 'hand', ${am} from fall where id = ${fallId}`);
    await tx.run(sql`delete from termin where fall_id = ${fallId}`);
  });
}

/** Gives a case of `insertCase` a row in every other table that can hold one, words sealed under the person's key. */
export async function fillPerson(world: World, ids: TestCase, konto: string): Promise<void> {
  const { kreisId, fallId, personId, traegerId, anfrageId, assessmentId, kontaktId } = ids;
  await asAdmin(world, async (tx) => {
    const row = await tx.one(sql<{ schluessel: Buffer }>`
      select schluessel_verpackt as schluessel from person where id = ${personId}`);
    const key = await world.schluessel.personKey(tx, kreisId, traegerId, row.schluessel);
    const siegel = sealForPerson(key, fallId, kanari.wort);
    await tx.run(sql`update person set familienname = ${kanari.name}, geburtsdatum = ${kanari.geboren}, name_original = ${kanari.name}
      where id = ${personId}`);
    await tx.run(
      sql`update anfrage set person_id = ${personId}, fall_id = ${fallId}, stand = 'abgeschlossen', ausgang = 'aufgenommen',
        abgeschlossen_am = '2023-01-10' where id = ${anfrageId}`,
    );
    await tx.run(sql`update sonstiger_kontakt set anfrage_id = ${anfrageId} where id = ${ids.sonstigerId}`);
    await tx.run(sql`update fall set bemerkung_id = ${ids.geheimtextId} where id = ${fallId}`);
    const insert = async (
      table: string,
      rest: Readonly<Record<string, unknown>>,
      by: 'fall' | 'person' = 'fall',
    ) => {
      const row = JSON.stringify({
        kreis_id: kreisId,
        ...(by === 'fall' ? { fall_id: fallId } : { person_id: personId }),
        ...rest,
      });
      const columns = sql.join(Object.keys(JSON.parse(row)).map((name) => sql.id(name)));
      await tx.run(sql`insert into ${sql.table(table)} (${columns})
        select ${columns} from jsonb_populate_record(null::${sql.table(table)}, ${row}::jsonb)`);
    };
    const bytes = `\\x${siegel.toString('hex')}`;
    const uuid = async () => (await tx.one(sql<{ id: string }>`select gen_random_uuid() as id`)).id;
    const [
      zielId,
      schrittId,
      vermittlungId,
      akteurId,
      notizId,
      entwurfId,
      uebergabeAnfrageId,
      anderePersonId,
    ] = await Promise.all(Array.from({ length: 8 }, uuid));
    await insert('hilfeplan', { id: await uuid(), fassung: 2, erfasst_am: '2023-02-01' });
    await insert('hilfeplan_ziel', {
      id: zielId,
      lebensbereich: 'wohnen',
      prioritaet: 1,
      stand: 'offen',
      stand_ab: '2023-02-01',
      reihenfolge: 1,
      worte_siegel: bytes,
      fassung: 1,
      erfasst_am: '2023-02-01',
    });
    await insert('hilfeplan_schritt', {
      id: schrittId,
      ziel_id: zielId,
      akteur: 'klient',
      stand: 'offen',
      stand_ab: '2023-02-01',
      reihenfolge: 1,
      worte_siegel: bytes,
      erfasst_am: '2023-02-01',
    });
    await insert('hilfeplan_stand', {
      id: await uuid(),
      ziel_id: zielId,
      schritt_id: schrittId,
      stand: 'offen',
      gueltig_ab: '2023-02-01',
      erfasst_am: '2023-02-01',
    });
    await insert('hilfeplan_version', {
      id: await uuid(),
      nummer: 1,
      stand: 'unterschrieben',
      plan_fassung: 2,
      inhalt_siegel: bytes,
      pruefwert: `\\x${'ab'.repeat(32)}`,
      antwort: 'ja',
      unterschrieben_am: '2023-02-02',
      erfasst_am: '2023-02-02',
    });
    await tx.run(sql`insert into vermittlung (kreis_id, id, fall_id, art, stelle_id, lebensbereich, am, kanal, schreiben_siegel, stand, stand_am, ziel_id)
      select ${kreisId}, ${vermittlungId}::uuid, ${fallId}, 'vermittlung', s.id, 'wohnen', '2023-02-03', 'papier', ${siegel}, 'gesendet', '2023-02-03', ${zielId}::uuid
      from stelle s where s.kreis_id = ${kreisId} limit 1`);
    await insert('vermittlung_stand', {
      id: await uuid(),
      vermittlung_id: vermittlungId,
      stand: 'gesendet',
      am: '2023-02-03',
      herkunft: 'casemanagement',
      worte_siegel: bytes,
      erfasst_am: '2023-02-03',
    });
    await insert('abschluss', {
      id: await uuid(),
      am: '2023-06-01',
      grund: 'umzug',
      gespraech: 'gemeinsam',
      gespraech_am: '2023-06-01',
      ziele_erreicht: 0,
      ziele_gesamt: 1,
      schritte_beendet: 1,
      rueckblick_siegel: bytes,
      erfasst_am: '2023-06-01',
    });
    await insert('akteur', {
      id: akteurId,
      rolle: 'jobcenter',
      lebensbereich: [],
      seit: '2023-02-01',
      wort_siegel: bytes,
      fassung: 1,
      erfasst_am: '2023-02-01',
    });
    await insert('federfuehrung', {
      id: await uuid(),
      akteur_id: akteurId,
      gueltig_ab: '2023-02-01',
      erfasst_am: '2023-02-01',
    });
    await insert('haushalt', {
      id: await uuid(),
      beziehung: 'kind',
      lebensbereich: [],
      zaehlt: true,
      seit: '2023-02-01',
      wort_siegel: bytes,
      fassung: 1,
      erfasst_am: '2023-02-01',
    });
    await insert('aufgabe', {
      id: await uuid(),
      stand: 'offen',
      herkunft: 'hand',
      text_siegel: bytes,
      fassung: 1,
      erfasst_am: '2023-02-01',
    });
    await insert('notiz', {
      id: notizId,
      traeger_id: traegerId,
      ebene: 'ich',
      text_siegel: bytes,
      fassung: 1,
      erfasst_am: '2023-02-01',
      erfasst_von: konto,
    });
    await insert('nachtrag', {
      id: await uuid(),
      notiz_id: notizId,
      text_siegel: bytes,
      erfasst_am: '2023-02-01',
      erfasst_von: konto,
    });
    await insert('dokument', {
      id: await uuid(),
      art: 'ausweis',
      medientyp: 'image/png',
      groesse: 1,
      bereinigt: true,
      titel_siegel: bytes,
      datei_siegel: bytes,
      fassung: 1,
      erfasst_am: '2023-02-01',
    });
    await insert('erfolgsbericht_entwurf', {
      id: entwurfId,
      fassung: 1,
      inhalt_siegel: bytes,
      erfasst_am: '2023-02-01',
      geaendert_am: '2023-02-01',
    });
    await tx.run(sql`insert into erfolgsbericht (kreis_id, entwurf_id, inhalt, eingereicht_von)
      values (${kreisId}, ${entwurfId}::uuid, ${JSON.stringify({ titel: kanari.wort })}::jsonb, ${konto})`);
    await insert('uebergabeblatt', {
      id: await uuid(),
      wissen_siegel: bytes,
      fassung: 1,
      erfasst_am: '2023-02-01',
      geaendert_am: '2023-02-01',
    });
    await tx.run(sql`insert into uebergabe_anfrage (kreis_id, id, von_traeger_id, an_traeger_id, wirksam_am, grund, zustimmung_am, frist_am, stand,
        ablehnung, nachricht_siegel, gestellt_von, beantwortet_am)
      select ${kreisId}, ${uebergabeAnfrageId}::uuid, ${traegerId}, t.id, '2023-03-01', 'wunsch', '2023-02-20', '2023-02-28', 'abgelehnt', 'auslastung', ${siegel},
        ${konto}, now() from traeger t where t.kreis_id = ${kreisId} and t.id <> ${traegerId} limit 1`);
    await insert('uebergabe_anfrage_fall', {
      id: await uuid(),
      anfrage_id: uebergabeAnfrageId,
      stand: 'abgelehnt',
    });
    await tx.run(sql`insert into erstberatung (kreis_id, id, anfrage_id, traeger_id, casemanager_id, am, person_id, bogen_id, vorschlag, vorschlag_grund)
      values (${kreisId}, ${ids.sonstigerId}, ${anfrageId}, ${traegerId}, ${konto}, '2023-01-08', ${personId}, ${ids.geheimtextId}, 'case_management', 'schwelle')`);
    await insert(
      'person_merkmal',
      {
        id: await uuid(),
        merkmal: 'haushalt',
        wert: '4',
        gueltig_ab: '2023-02-01',
        erfasst_am: '2023-02-01',
      },
      'person',
    );
    await insert('begleitungscode', { code: `\\x${'cd'.repeat(32)}` }, 'person');
    await tx.run(sql`with e as (insert into einwilligung (kreis_id, person_id, erteilt_am) values (${kreisId}, ${anderePersonId}::uuid, '2023-01-01') returning id)
      insert into person (kreis_id, id, traeger_id, einwilligung_id, familienname, suchform, suchlaut, schluessel_verpackt)
      select ${kreisId}, ${anderePersonId}::uuid, ${traegerId}, e.id, 'Andere', '', '', 'x' from e`);
    await tx.run(sql`insert into person_verschieden (kreis_id, person_id, andere_id)
      values (${kreisId}, least(${personId}::uuid, ${anderePersonId}::uuid), greatest(${personId}::uuid, ${anderePersonId}::uuid))`);
    await tx.run(sql`insert into zusammenfuehrung (kreis_id, traeger_id, bleibt_id, geht_auf_id, punkte, gruende, vorgeschlagen_von)
      values (${kreisId}, ${traegerId}, ${personId}, ${anderePersonId}::uuid, 80, '{}', ${konto})`);
    await tx.run(sql`insert into doppelbetreuung (kreis_id, gefragt_von, fragende_traeger_id, fragende_person_id, andere_traeger_id, andere_person_id)
      values (${kreisId}, ${konto}, ${traegerId}, ${personId}, ${traegerId}, ${anderePersonId}::uuid)`);
    await tx.run(sql`with l as (insert into uebernahme (kreis_id, datei_name, datei_pruefwert, bericht) values (${kreisId}, 'a.xlsx', 'x', '{}') returning id),
      h as (insert into uebernahme_herkunft (kreis_id, uebernahme_id, tabelle, zeile_id, art, vorher)
        select ${kreisId}, l.id, 'fall', ${fallId}, 'geaendert', ${siegel} from l)
      insert into uebernahme_stand (kreis_id, fall_id, uebernahme_id, pruefwert, siegel) select ${kreisId}, ${fallId}, l.id, 'x', ${siegel} from l`);
    await tx.run(sql`with b as (insert into beobachtung (kreis_id, art, am) values (${kreisId}, 'luecke', '2023-02-01') returning id)
      insert into beobachtung_herkunft (kreis_id, beobachtung_id, konto_id, fall_id) select ${kreisId}, b.id, ${konto}, ${fallId} from b`);
    await tx.run(sql`insert into nachricht (kreis_id, konto_id, art, gegenstand, gegenstand_id, daten)
      select ${kreisId}, ${konto}, 'fall.zugewiesen', 'fall', ${fallId}, jsonb_build_object('nummer', f.nummer) from fall f where f.id = ${fallId}`);
    await tx.run(
      sql`insert into nachricht (kreis_id, konto_id, art, daten) values (${kreisId}, ${konto}, 'sammel.hinweis', ${JSON.stringify({ faelle: [fallId] })}::jsonb)`,
    );
    await tx.run(
      sql`insert into entwurf (kreis_id, konto_id, formular, bezug, siegel) values (${kreisId}, ${konto}, 'notiz', ${`${kreisId}:${fallId}`}, 'x')`,
    );
    await tx.run(sql`insert into idempotenz (kreis_id, konto_id, schluessel, vorgang, anfrage_pruefwert, antwort_siegel, am)
      values (${kreisId}, ${konto}, 'k-12345678', 'POST /', 'x', ${siegel}, now() - interval '2 hours')`);
    await tx.run(sql`with e as (insert into ersuchen (kreis_id, person_id, traeger_id, fall_nummer, art, eingegangen_am, weg, durch, recht, frist_am, worte_siegel, erfasst_von)
        select ${kreisId}, ${personId}, ${traegerId}, f.nummer, 'loeschung', '2023-05-01', 'brief', 'person', 'land', '2023-06-01', ${siegel}, ${konto} from fall f
        where f.id = ${fallId} returning id),
      z as (insert into ersuchen_schwaerzung (kreis_id, ersuchen_id, abschnitt, zeile, feld, von, bis, grund, erfasst_von)
        select ${kreisId}, e.id, 'kontakt', ${kontaktId}, 'text', 0, 1, 'dritte', ${konto} from e)
      insert into ersuchen_kopie (kreis_id, ersuchen_id, person_id, akte_siegel) select ${kreisId}, e.id, ${personId}, ${siegel} from e`);
    await tx.run(sql`insert into fall_verbindung (kreis_id, fall_id, anderer_fall_id, art)
      select ${kreisId}, ${fallId}, f.id, 'partner' from fall f where f.kreis_id = ${kreisId} and f.id <> ${fallId} limit 1`);
    await insert('oeffnung', {
      id: await uuid(),
      person_id: personId,
      traeger_id: traegerId,
      zweck: 'fallkonferenz',
      einverstanden_am: '2023-02-01',
      ab: '2023-02-01',
      bis: '2023-02-02',
      geoeffnet_von: konto,
    });
    await insert('oeffnung_wunsch', {
      id: await uuid(),
      gefragt_von: konto,
      zweck: 'fallkonferenz',
      stand: 'offen',
      erfasst_am: '2023-02-01',
    });
    await insert('notzugriff', {
      id: await uuid(),
      person_id: personId,
      traeger_id: traegerId,
      konto_id: konto,
      grund: 'ausfall',
      begruendung_siegel: bytes,
      ab: '2023-02-01T10:00:00Z',
      bis: '2023-02-01T11:00:00Z',
    });
    await tx.run(
      sql`update stelle set name = 'Jobcenter ' || gen_random_uuid() where name = ${`Stelle ${personId}`}`,
    );
    await tx.run(sql`update assessment set gespraech_siegel = ${siegel} where id = ${assessmentId}`);
  });
}

/** Two periods of one calendar year, a proposal by the head of the Träger, the release by the officer, and the run. */
export async function proposeAndRelease(app: TestApp, fall: TestCase, registerDir: string) {
  const path = `/kreis/${fall.kreisId}/loeschung`;
  const set = await app.as('datenschutz').send('PUT', `${path}/regel`, {
    traegerId: fall.traegerId,
    art: 'fall',
    einheit: 'kalenderjahre',
    anzahl: 1,
    grundlage: 'Test',
    gueltigAb: today(),
  });
  if (set.status !== 204) throw new Error(`rule: ${set.status} ${JSON.stringify(set.body)}`);
  const proposed = await app
    .as('traegerleitung')
    .send('POST', `${path}/lauf`, { traegerId: fall.traegerId, bis: today(), personIds: [fall.personId] });
  if (proposed.status !== 201)
    throw new Error(`proposal: ${proposed.status} ${JSON.stringify(proposed.body)}`);
  const released = await app
    .as('datenschutz')
    .send('POST', `${path}/lauf/${proposed.body.laufId}/freigabe`, { fassung: 1 });
  if (released.status !== 204)
    throw new Error(`release: ${released.status} ${JSON.stringify(released.body)}`);
  return { laufId: String(proposed.body.laufId), ...(await carryOut(app, registerDir)) };
}
