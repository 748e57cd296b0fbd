import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { kreis, traeger } from './fixture.ts';
import type { TestCase, World } from './relation.ts';

export interface FillOptions {
  readonly world: World;
  /** Who wrote the rows. */
  readonly konto: string;
  /** A case of the same Kreis to which this one is linked, and one with which it was compared, if there are. */
  readonly andererFall: TestCase | undefined;
  readonly andere: TestCase | undefined;
}

/** Puts a row into every table that `insertCase` leaves empty; ids are those of the case where nothing else is asked. */
export async function fillCase(tx: Tx, of: TestCase, options: FillOptions): Promise<void> {
  const { kreisId, fallId, personId, traegerId, anfrageId, kontaktId } = of;
  const { konto, andererFall, andere, world } = options;
  const inMuster = kreisId === kreis;
  const koordination = world.konto[inMuster ? 'koordination' : 'nachbarKoordination'];
  const officer = world.konto[inMuster ? 'notzugriff' : 'nachbarCasemanager'];
  await tx.run(sql`update anfrage set person_id = ${personId}, fall_id = ${fallId} where id = ${anfrageId}`);
  const statements = [
    sql`insert into begleitungscode (kreis_id, person_id, code) values (${kreisId}, ${personId}, sha256('a'))`,
    sql`insert into erstberatung (kreis_id, anfrage_id, traeger_id, casemanager_id, person_id, am, vorschlag, vorschlag_grund)
      values (${kreisId}, ${anfrageId}, ${traegerId}, ${konto}, ${personId}, '2023-01-09', 'case_management', 'schwelle')`,
    sql`insert into person_merkmal (kreis_id, person_id, merkmal, wert, gueltig_ab)
      values (${kreisId}, ${personId}, 'aufenthaltstitel', 'AE_24', '2023-01-09')`,
    sql`insert into abschluss (kreis_id, fall_id, am, grund, gespraech, gespraech_am)
      values (${kreisId}, ${fallId}, '2023-03-01', 'bearbeitet', 'gemeinsam', '2023-03-01')`,
    sql`insert into akteur (kreis_id, fall_id, rolle, seit, wort_siegel) values (${kreisId}, ${fallId}, 'familie', '2023-03-01', 'x')`,
    sql`insert into federfuehrung (kreis_id, fall_id, gueltig_ab) values (${kreisId}, ${fallId}, '2023-03-01')`,
    sql`insert into haushalt (kreis_id, fall_id, beziehung, seit, wort_siegel)
      values (${kreisId}, ${fallId}, 'kind', '2023-03-01', 'x')`,
    sql`insert into aufgabe (kreis_id, fall_id, text_siegel) values (${kreisId}, ${fallId}, 'x')`,
    sql`insert into notiz (kreis_id, fall_id, traeger_id, ebene, text_siegel, erfasst_von)
      values (${kreisId}, ${fallId}, ${traegerId}, 'fall', 'x', ${konto})`,
    sql`insert into nachtrag (kreis_id, fall_id, kontakt_id, text_siegel, erfasst_von)
      values (${kreisId}, ${fallId}, ${kontaktId}, 'x', ${konto})`,
    sql`insert into dokument (kreis_id, fall_id, art, medientyp, groesse, bereinigt, titel_siegel, datei_siegel)
      values (${kreisId}, ${fallId}, 'bescheid', 'image/png', 1, true, 'x', 'x')`,
    sql`insert into hilfeplan (kreis_id, fall_id) values (${kreisId}, ${fallId})`,
    sql`insert into hilfeplan_ziel (kreis_id, id, fall_id, lebensbereich, prioritaet, stand_ab, reihenfolge, worte_siegel)
      values (${kreisId}, ${fallId}, ${fallId}, 'wohnen', 1, '2023-03-01', 1, 'x')`,
    sql`insert into hilfeplan_schritt (kreis_id, id, fall_id, ziel_id, akteur, stand_ab, reihenfolge, worte_siegel)
      values (${kreisId}, ${fallId}, ${fallId}, ${fallId}, 'klient', '2023-03-01', 1, 'x')`,
    sql`insert into hilfeplan_stand (kreis_id, id, fall_id, ziel_id, stand, gueltig_ab)
      values (${kreisId}, ${fallId}, ${fallId}, ${fallId}, 'offen', '2023-03-01')`,
    sql`insert into hilfeplan_version (kreis_id, id, fall_id, nummer, stand, plan_fassung, inhalt_siegel, pruefwert)
      values (${kreisId}, ${fallId}, ${fallId}, 1, 'entwurf', 1, 'x', sha256('x'))`,
    sql`insert into vermittlung (kreis_id, id, fall_id, art, stelle_id, lebensbereich, am, stand, stand_am)
      select ${kreisId}, ${fallId}, ${fallId}, 'verweis', s.id, 'wohnen', '2023-03-01', 'gesendet', '2023-03-01' from stelle s
      where s.kreis_id = ${kreisId} order by s.id limit 1`,
    sql`insert into vermittlung_stand (kreis_id, vermittlung_id, fall_id, stand, am)
      values (${kreisId}, ${fallId}, ${fallId}, 'gesendet', '2023-03-01')`,
    sql`insert into uebergabeblatt (kreis_id, fall_id, wissen_siegel) values (${kreisId}, ${fallId}, 'x')`,
    sql`insert into erfolgsbericht_entwurf (kreis_id, id, fall_id, inhalt_siegel) values (${kreisId}, ${fallId}, ${fallId}, 'x')`,
    sql`insert into erfolgsbericht (kreis_id, entwurf_id, inhalt, stand, eingereicht_von)
      values (${kreisId}, ${fallId}, '{}', 'eingereicht', ${konto})`,
    sql`insert into beobachtung (kreis_id, id, art, am) values (${kreisId}, ${fallId}, 'luecke', '2023-03-01')`,
    sql`insert into beobachtung_herkunft (kreis_id, beobachtung_id, konto_id, fall_id)
      values (${kreisId}, ${fallId}, ${konto}, ${fallId})`,
    sql`insert into oeffnung (kreis_id, fall_id, person_id, traeger_id, kommune_id, zweck, einverstanden_am, ab, bis, geoeffnet_von)
      select ${kreisId}, id, person_id, traeger_id, kommune_id, 'fachaufsicht', '2023-02-01', now() - interval '3 hours',
        now() - interval '1 hour', ${konto} from fall where id = ${fallId}`,
    sql`insert into oeffnung_wunsch (kreis_id, fall_id, gefragt_von, zweck) values (${kreisId}, ${fallId}, ${koordination}, 'fachaufsicht')`,
    sql`insert into notzugriff (kreis_id, fall_id, person_id, traeger_id, konto_id, grund, begruendung_siegel, ab, bis)
      values (${kreisId}, ${fallId}, ${personId}, ${traegerId}, ${officer}, 'gericht', 'x', now() - interval '3 hours',
        now() - interval '1 hour')`,
  ];
  if (inMuster) {
    const other = traegerId === traeger.alpha ? traeger.beta : traeger.alpha;
    if (andererFall) {
      statements.push(sql`insert into fall_verbindung (kreis_id, fall_id, anderer_fall_id, art)
        values (${kreisId}, ${fallId}, ${andererFall.fallId}, 'kind')`);
    }
    if (andere) {
      statements.push(sql`insert into person_verschieden (kreis_id, person_id, andere_id)
        values (${kreisId}, least(${personId}::uuid, ${andere.personId}), greatest(${personId}::uuid, ${andere.personId}))`);
    }
    statements.push(
      sql`insert into uebergabe_anfrage (kreis_id, id, von_traeger_id, an_traeger_id, kommune_id, wirksam_am, grund, zustimmung_am,
          frist_am, stand, beantwortet_am, ablehnung, gestellt_von)
        select ${kreisId}, ${fallId}, ${traegerId}, ${other}, array[kommune_id], '2023-03-01', 'umzug', '2023-02-01', '2023-02-15',
          'abgelehnt', now(), 'auslastung', ${konto} from fall where id = ${fallId}`,
      sql`insert into uebergabe_anfrage_fall (kreis_id, anfrage_id, fall_id, stand)
        values (${kreisId}, ${fallId}, ${fallId}, 'abgelehnt')`,
    );
  }
  for (const statement of statements) await tx.run(statement);
  // One row of the inbox and of the sessions' neighbours each: they belong to accounts, not to cases.
  await tx.run(sql`insert into nachricht (kreis_id, id, konto_id, art, gegenstand, gegenstand_id)
    values (${kreisId}, ${randomUUID()}, ${konto}, 'fall.zugewiesen', 'fall', ${fallId})`);
}
