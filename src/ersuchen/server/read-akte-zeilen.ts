import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import type { AbschnittCode } from '../kopie.ts';

/** Whose file is copied, and for which request. */
export interface KopieOrt {
  readonly kreisId: string;
  readonly personId: string;
  /** Null where there is no case yet. */
  readonly fallId: string | null;
  readonly ersuchenId: string;
}

/** A row as the database tells it: codes, days and numbers, and words under the seal of the person. */
export interface AkteZeile {
  readonly id: string;
  readonly felder: Readonly<Record<string, unknown>>;
  readonly siegel: Buffer | null;
  /** Row to which the words are bound, where it is another. */
  readonly siegelId: string | null;
}

type Frage = (ort: KopieOrt) => RawBuilder<AkteZeile>;

/** Name of a code in the lists of the Kreis. */
const wort = (liste: string, spalte: string) => sql`coalesce((select c.bezeichnung from codeliste c
  where c.kreis_id = x.kreis_id and c.liste = ${sql.lit(liste)} and c.code = ${sql.ref(spalte)}
  order by c.gueltig_ab desc limit 1), ${sql.ref(spalte)})`;
const worte = (
  liste: string,
  spalte: string,
) => sql`(select string_agg(coalesce(c.bezeichnung, u), ', ') from unnest(${sql.ref(spalte)}) u
  left join lateral (select bezeichnung from codeliste c where c.kreis_id = x.kreis_id and c.liste = ${sql.lit(liste)}
    and c.code = u order by c.gueltig_ab desc limit 1) c on true)`;
const name = (spalte: string) =>
  sql`(select k.name from konto k where k.kreis_id = x.kreis_id and k.id = ${sql.ref(spalte)})`;
const traeger = (spalte: string) =>
  sql`(select t.rechtsname from traeger t where t.kreis_id = x.kreis_id and t.id = ${sql.ref(spalte)})`;
const stelle = (spalte: string) =>
  sql`(select s.name from stelle s where s.kreis_id = x.kreis_id and s.id = ${sql.ref(spalte)})`;
const tag = (spalte: string) => sql`(${sql.ref(spalte)} at time zone 'Europe/Berlin')::date`;
const inPerson = ({ kreisId, personId }: KopieOrt) =>
  sql`x.kreis_id = ${kreisId} and x.person_id = ${personId}`;
const inFall = ({ kreisId, fallId }: KopieOrt) =>
  sql`x.kreis_id = ${kreisId} and x.fall_id = ${fallId}::uuid`;
const geheim = (spalte: string) =>
  sql`left join geheimtext g on g.kreis_id = x.kreis_id and g.id = ${sql.ref(spalte)}`;

/** What the file holds in each section. Order and keys are those of docs/uebertragbarkeit.md. */
const fragen: readonly (readonly [AbschnittCode, Frage])[] = [
  [
    'stammdaten',
    (
      o,
    ) => sql`select x.id, json_build_object('familienname', x.familienname, 'vorname', x.vorname, 'nameOriginal', x.name_original,
      'geburtsdatum', x.geburtsdatum, 'traeger', ${traeger('x.traeger_id')}, 'casemanager', ${name('x.casemanager_id')},
      'erfasstAm', ${tag('x.erfasst_am')}) as felder, null::bytea as siegel, null as "siegelId"
      from person x where x.kreis_id = ${o.kreisId} and x.id = ${o.personId}`,
  ],
  [
    'einwilligung',
    (
      o,
    ) => sql`select x.id, json_build_object('erteiltAm', x.erteilt_am, 'fassung', x.textfassung, 'sprache', x.sprache,
      'zweck', array_to_string(x.zweck, ', '), 'dolmetschen', x.dolmetschen, 'gueltigBis', x.ablauf_am,
      'widerrufenAm', x.widerrufen_am) as felder, g.siegel, x.vertretung_id as "siegelId"
      from einwilligung x ${geheim('x.vertretung_id')} where ${inPerson(o)} order by x.erteilt_am, x.id`,
  ],
  [
    'entbindung',
    (o) => sql`select x.id, json_build_object('stelle', ${stelle('x.stelle_id')}, 'zweck', x.zweck,
      'inhalt', array_to_string(x.inhalt, ', '), 'richtung', x.richtung, 'gueltigAb', x.gueltig_ab, 'gueltigBis', x.gueltig_bis - 1,
      'widerrufenAm', x.widerrufen_am) as felder, null::bytea as siegel, null as "siegelId"
      from entbindung x where ${inPerson(o)} order by x.gueltig_ab, x.id`,
  ],
  [
    'weitergabe',
    (
      o,
    ) => sql`select x.id, json_build_object('empfaenger', s.name, 'inhalt', array_to_string(x.inhalt, ', '), 'form', x.form,
      'stand', x.stand, 'gegebenAm', ${tag('x.gegeben_am')}) as felder, g.siegel, x.text_id as "siegelId"
      from weitergabe x join entbindung e on e.kreis_id = x.kreis_id and e.id = x.entbindung_id
      join stelle s on s.kreis_id = e.kreis_id and s.id = e.stelle_id ${geheim('x.text_id')}
      where ${inPerson(o)} order by x.vorbereitet_am, x.id`,
  ],
  [
    'merkmal',
    (
      o,
    ) => sql`select m.id, json_build_object('merkmal', m.merkmal, 'wert', coalesce((select c.bezeichnung from codeliste c
        where c.kreis_id = m.kreis_id and c.liste = m.merkmal and c.code = m.wert order by c.gueltig_ab desc limit 1), m.wert),
        'gueltigAb', m.gueltig_ab, 'gueltigBis', m.gueltig_bis) as felder, null::bytea as siegel, null as "siegelId"
      from (select x.kreis_id, x.id, x.merkmal, x.wert, x.gueltig_ab, x.gueltig_bis from person_merkmal x
          where ${inPerson(o)} and x.ersetzt_am is null
        union all select x.kreis_id, x.id, x.merkmal, x.wert, x.gueltig_ab, x.gueltig_bis from fall_merkmal x
          where ${inFall(o)} and x.ersetzt_am is null) m order by m.merkmal, m.gueltig_ab, m.id`,
  ],
  [
    'fall',
    (o) => sql`select x.id, json_build_object('nummer', x.nummer, 'aufgenommenAm', x.aufgenommen_am,
      'zugang', ${wort('zugang', 'x.zugang')}, 'kommune', (select k.name from kommune k where k.kreis_id = x.kreis_id and k.id = x.kommune_id),
      'ortsteil', (select k.name from ortsteil k where k.kreis_id = x.kreis_id and k.id = x.ortsteil_id),
      'status', (select string_agg(to_char(s.gueltig_ab, 'DD.MM.YYYY') || ' ' || s.status, ', ' order by s.gueltig_ab)
        from fall_status s where s.kreis_id = x.kreis_id and s.fall_id = x.id and s.ersetzt_am is null),
      'zustaendig', (select string_agg(to_char(z.gueltig_ab, 'DD.MM.YYYY') || ' ' || t.rechtsname, ', ' order by z.gueltig_ab)
        from fall_zustaendigkeit z join traeger t on t.kreis_id = z.kreis_id and t.id = z.traeger_id
        where z.kreis_id = x.kreis_id and z.fall_id = x.id and z.ersetzt_am is null)) as felder,
      g.siegel, x.bemerkung_id as "siegelId"
      from fall x ${geheim('x.bemerkung_id')} where x.kreis_id = ${o.kreisId} and x.id = ${o.fallId}::uuid`,
  ],
  [
    'kontakt',
    (
      o,
    ) => sql`select x.id, json_build_object('am', x.am, 'format', x.format, 'ort', x.ort, 'dauerMinuten', x.dauer_minuten,
      'sprache', x.sprache, 'dolmetschen', x.dolmetschen, 'lebensbereich', ${worte('lebensbereich', 'x.lebensbereich')},
      'fachkraft', ${name('x.casemanager_id')}) as felder, g.siegel, x.notiz_id as "siegelId"
      from beratungskontakt x ${geheim('x.notiz_id')} where ${inFall(o)} and x.ersetzt_am is null order by x.am, x.id`,
  ],
  [
    'erstberatung',
    (
      o,
    ) => sql`select x.id, json_build_object('am', x.am, 'dauerMinuten', x.dauer_minuten, 'dolmetschen', x.dolmetschen,
      'bedarf', x.bedarf, 'vorschlag', x.vorschlag, 'entscheidung', x.entscheidung, 'fachkraft', ${name('x.casemanager_id')}) as felder,
      g.siegel, x.bogen_id as "siegelId" from erstberatung x ${geheim('x.bogen_id')} where ${inPerson(o)} order by x.am, x.id`,
  ],
  [
    'assessment',
    (o) => sql`select x.id, json_build_object('am', x.am, 'runde', x.runde, 'stand', x.stand, 'selbststand',
        (select string_agg(s.dimension || ' ' || s.stufe, ', ' order by s.dimension) from selbststand s
          where s.kreis_id = x.kreis_id and s.assessment_id = x.id)) as felder, x.gespraech_siegel as siegel, null as "siegelId"
      from assessment x where ${inFall(o)}
      union all
      select x.id, json_build_object('am', a.am, 'lebensbereich', ${wort('lebensbereich', 'x.lebensbereich')}, 'bedarf', x.bedarf,
        'eigeneSicht', x.sicht_klient, 'bearbeitet', x.bearbeitet), x.worte_siegel, null
      from assessment_bereich x join assessment a on a.kreis_id = x.kreis_id and a.id = x.assessment_id where ${inFall(o)}`,
  ],
  [
    'hilfeplan',
    (o) => sql`select x.id, json_build_object('version', x.nummer, 'stand', x.stand, 'antwort', x.antwort,
        'unterschriebenAm', x.unterschrieben_am) as felder, x.inhalt_siegel as siegel, null as "siegelId"
      from hilfeplan_version x where ${inFall(o)}
      union all
      select x.id, json_build_object('ziel', ${wort('lebensbereich', 'x.lebensbereich')}, 'stand', x.stand, 'bis', x.bis_wann),
        x.worte_siegel, null from hilfeplan_ziel x where ${inFall(o)}
      union all
      select x.id, json_build_object('schritt', x.akteur, 'stelle', ${stelle('x.stelle_id')}, 'stand', x.stand, 'bis', x.faellig_am),
        x.worte_siegel, null from hilfeplan_schritt x where ${inFall(o)}`,
  ],
  [
    'vermittlung',
    (o) => sql`select x.id, json_build_object('am', x.am, 'empfaenger', ${stelle('x.stelle_id')},
        'angebot', (select a.name from angebot a where a.kreis_id = x.kreis_id and a.id = x.angebot_id),
        'lebensbereich', ${wort('lebensbereich', 'x.lebensbereich')}, 'weg', x.kanal, 'inhalt', array_to_string(x.inhalt, ', '),
        'stand', x.stand, 'ergebnis', x.ergebnis) as felder, x.schreiben_siegel as siegel, null as "siegelId"
      from vermittlung x where ${inFall(o)}
      union all
      select x.id, json_build_object('am', x.am, 'stand', x.stand, 'grund', x.grund, 'ergebnis', x.ergebnis), x.worte_siegel, null
      from vermittlung_stand x where ${inFall(o)}`,
  ],
  [
    'aufgabe',
    (
      o,
    ) => sql`select x.id, json_build_object('faelligAm', x.faellig_am, 'stand', x.stand, 'erledigtAm', x.erledigt_am) as felder,
      x.text_siegel as siegel, null as "siegelId" from aufgabe x where ${inFall(o)} order by x.erfasst_am, x.id`,
  ],
  [
    'notiz',
    (o) => sql`select x.id, json_build_object('am', ${tag('x.am')}, 'ebene', x.ebene,
        'art', case when x.zu_id is null then 'notiz' else 'nachtrag' end) as felder, x.siegel, null as "siegelId"
      from ersuchen_notizen(${o.kreisId}, ${o.ersuchenId}) x order by x.am, x.id`,
  ],
  [
    'termin',
    (
      o,
    ) => sql`select x.id, json_build_object('am', ${tag('x.beginn')}, 'art', x.art, 'stand', x.stand, 'dolmetschen', x.dolmetschen,
        'mit', ${name('x.casemanager_id')}, 'stelle', ${stelle('x.mit_stelle_id')}) as felder, null::bytea as siegel, null as "siegelId"
      from termin x where ${inFall(o)} order by x.beginn, x.id`,
  ],
  [
    'dokument',
    (o) => sql`select x.id, json_build_object('art', x.art, 'am', x.am, 'gueltigBis', x.laeuft_ab_am,
        'datei', x.medientyp || ', ' || x.groesse || ' Byte', 'abgelegtAm', ${tag('x.erfasst_am')}) as felder,
      x.titel_siegel as siegel, null as "siegelId" from dokument x where ${inFall(o)} and x.geloescht_am is null
      order by x.erfasst_am, x.id`,
  ],
  [
    'haushalt',
    (
      o,
    ) => sql`select x.id, json_build_object('beziehung', x.beziehung, 'seit', x.seit, 'bis', x.bis) as felder,
      x.wort_siegel as siegel, null as "siegelId" from haushalt x where ${inFall(o)} order by x.erfasst_am, x.id`,
  ],
  [
    'akteur',
    (
      o,
    ) => sql`select x.id, json_build_object('rolle', x.rolle, 'stelle', ${stelle('x.stelle_id')}, 'seit', x.seit, 'bis', x.bis) as felder,
      x.wort_siegel as siegel, null as "siegelId" from akteur x where ${inFall(o)} order by x.erfasst_am, x.id`,
  ],
];

/** Everything that the file holds about a person, section by section. */
export async function readAkteZeilen(
  tx: Tx,
  ort: KopieOrt,
  nur: (abschnitt: AbschnittCode) => boolean,
): Promise<{ abschnitt: AbschnittCode; zeilen: AkteZeile[] }[]> {
  const result = [];
  for (const [abschnitt, frage] of fragen) {
    if (nur(abschnitt)) result.push({ abschnitt, zeilen: await tx.all(frage(ort)) });
  }
  return result;
}
