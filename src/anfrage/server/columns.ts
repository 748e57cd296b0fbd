import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#src/platform/day.ts';

/** What a list and the page show of an Anfrage (alias a). */
export function anfrageColumns(heute: Day): RawBuilder<unknown> {
  return sql`a.id, a.nummer, a.traeger_id as "traegerId", a.standort_id as "standortId",
    a.casemanager_id as "casemanagerId", a.eingegangen_am as "eingegangenAm", a.frist_am as "fristAm",
    ${isOverdue(heute)} as ueberfaellig, a.dringlich, a.zugang, s.name as "stelleName", a.kommune_id as "kommuneId",
    a.ortsteil_id as "ortsteilId", a.sprache, a.dolmetschen, a.lebensbereich, a.stand, a.ausgang,
    a.abgeschlossen_am as "abgeschlossenAm",
    (select t.tiefe from anfrage_tiefe t where t.kreis_id = a.kreis_id and t.anfrage_id = a.id
      and t.ersetzt_am is null and t.gueltig_bis is null) as tiefe,
    (select count(*)::int from sonstiger_kontakt k where k.kreis_id = a.kreis_id and k.anfrage_id = a.id
      and k.ersetzt_am is null) as kontakte`;
}

/** Nobody has spoken with the person and the last day for it is over. */
export function isOverdue(heute: Day): RawBuilder<boolean> {
  return sql`(a.stand = 'offen' and a.frist_am < ${heute}::date)`;
}

export const fromAnfrage = sql`anfrage a left join stelle s on s.kreis_id = a.kreis_id and s.id = a.stelle_id`;
