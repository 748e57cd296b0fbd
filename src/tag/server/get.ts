import { sql, type RawBuilder } from 'kysely';
import { addDays, today, type Day } from '#src/platform/day.ts';
import { hasRolle } from '#src/platform/server/actor.ts';
import type { Handler } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import { regelVorgabe } from '#src/regel/regel.ts';
import { regelOn } from '#src/regel/server/get-regel.ts';
import type { Faellig, tagContract } from '../contract.ts';
import { compareFaellig } from '../rules.ts';

/** How many days ahead a line appears: time enough to act, not so much that nobody looks any more. */
const AHEAD = { termin: 7, frist: 14, ablauf: 60 } as const;

/**
 * What is due for an account: own and substituted cases, the Anfragen of the team that nobody else has. One statement
 * reads it and writes the row of the access log. The Koordination sees what it mediates.
 */
export const getTag: Handler<typeof tagContract.getTag> = async ({ tx, actor, deps, params }) => {
  const heute = today(deps.now());
  const on: On = { kreisId: params.kreisId, heute };
  const casemanager = hasRolle(actor, ['casemanager'], params.kreisId);
  const parts = [
    ...(casemanager
      ? [
          listTermin(on),
          listAnfrage(on),
          listFolgetermin(on),
          listFall(on),
          listAblauf(on),
          listWeitergabe(on),
          listErsuchen(on),
          listArbeit(on),
          listReAssessment(on),
        ]
      : []),
    ...(casemanager ? [listZusammenfuehrung(on)] : []),
    ...(hasRolle(actor, ['koordination'], params.kreisId) ? [listDoppelbetreuung(on)] : []),
  ];
  const [row] = await tx.last(sql<{ faellig: Faellig[] }>`
    with konto_menge as materialized (select app_uuids('app.cm_konto') as konto, app_uuids('app.cm_traeger') as traeger),
    was (art, am, um, dringlich, anfrage_id, fall_id) as materialized (${sql.join(parts, sql` union all `)}),
    ganz as materialized (
      select w.*, coalesce(f.nummer, a.nummer) as nummer, p.id as person_id, p.familienname, p.vorname
      from was w
      left join fall f on f.kreis_id = ${params.kreisId} and f.id = w.fall_id
      left join anfrage a on a.kreis_id = ${params.kreisId} and a.id = w.anfrage_id
      left join person p on p.kreis_id = ${params.kreisId} and p.id = coalesce(f.person_id, a.person_id)
      -- An appointment of a case that the account does not see is somebody else's.
      where (w.fall_id is null or f.id is not null) and (w.anfrage_id is null or a.id is not null)
    ), gelesen as (
      insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
      select ${params.kreisId}, app_konto(), array_agg(distinct person_id), 'tag.get' from ganz
      where person_id is not null having count(*) > 0
    )
    select coalesce(json_agg(json_build_object('art', art, 'am', am, 'um', um, 'dringlich', dringlich, 'nummer', nummer,
      'person', case when person_id is not null then json_build_object('familienname', familienname, 'vorname', vorname) end,
      'anfrageId', anfrage_id, 'fallId', fall_id)), '[]') as faellig from ganz`);
  markLesezugriff(tx);
  const lines = (row?.faellig ?? []).map((line) => ({
    ...line,
    um: line.um === null ? null : new Date(line.um).toISOString(),
  }));
  return { heute, faellig: lines.toSorted(compareFaellig) };
};

interface On {
  readonly kreisId: string;
  readonly heute: Day;
}

const ownKonto = (column: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} = any ((select konto from konto_menge)::uuid[])`;

/** Appointments of today and the week; past ones of which nobody said what became of them. */
function listTermin({ kreisId, heute }: On): RawBuilder<unknown> {
  return sql`select case when (t.beginn at time zone 'Europe/Berlin')::date < ${heute}::date then 'termin_offen' else 'termin' end as art,
      (t.beginn at time zone 'Europe/Berlin')::date as am, t.beginn as um, false as dringlich, t.anfrage_id, t.fall_id
    from termin t
    where t.kreis_id = ${kreisId} and ${ownKonto('t.casemanager_id')} and t.stand = 'geplant'
      and t.beginn > ${addDays(heute, -AHEAD.ablauf)}::date and t.beginn < ${addDays(heute, AHEAD.termin + 1)}::date`;
}

/** First appointments within two weeks, urgent ones within three working days (Konzept Kreis Unna 4.1). */
function listAnfrage({ kreisId, heute }: On): RawBuilder<unknown> {
  return sql`select 'ersttermin', a.frist_am, null::timestamptz, a.dringlich, a.id, null::uuid
    from anfrage a
    where a.kreis_id = ${kreisId} and a.stand = 'offen' and a.traeger_id = any ((select traeger from konto_menge)::uuid[])
      and (a.casemanager_id is null or ${ownKonto('a.casemanager_id')})
      and (a.dringlich or a.frist_am <= ${addDays(heute, AHEAD.frist)}::date)
      and not exists (select from termin t where t.kreis_id = a.kreis_id and t.anfrage_id = a.id
        and t.stand in ('geplant', 'stattgefunden'))`;
}

/** Follow-ups within six weeks when the first talk did not settle the need (Konzept Kreis Unna 2.2). */
function listFolgetermin({ kreisId, heute }: On): RawBuilder<unknown> {
  return sql`select 'folgetermin', e.folgetermin_bis, null, false, e.anfrage_id, a.fall_id
    from erstberatung e join anfrage a on a.kreis_id = e.kreis_id and a.id = e.anfrage_id
    where e.kreis_id = ${kreisId} and ${ownKonto('e.casemanager_id')} and a.stand <> 'abgeschlossen'
      and e.folgetermin_bis <= ${addDays(heute, AHEAD.frist)}::date
      and not exists (select from termin t where t.kreis_id = e.kreis_id and t.anfrage_id = e.anfrage_id
        and t.stand in ('geplant', 'stattgefunden') and (t.beginn at time zone 'Europe/Berlin')::date > e.am)`;
}

/** Cases about to fall out of "aktiv" by the rule of the Kreis, and those of the team that nobody has. */
function listFall({ kreisId, heute }: On): RawBuilder<unknown> {
  const wert = sql`coalesce(${regelOn(kreisId, 'aktiv_regel', heute)}, ${JSON.stringify(regelVorgabe('aktiv_regel'))}::jsonb)`;
  const monate = sql`(select (${wert} ->> 'monate')::int)`;
  const grenze = sql`(${heute}::date - make_interval(months => ${monate}))::date`;
  return sql`select case when f.casemanager_id is null then 'fall_frei' else 'aktiv_endet' end,
      case when f.casemanager_id is null then ${heute}::date
        else (greatest(s.ab, s.qualifiziert) + make_interval(months => ${monate}))::date end, null, false, null::uuid, f.id
    from fall_stand(${kreisId}, ${heute}::date, ${grenze}, array['aktiv']) s
    join lateral (select * from fall x where x.kreis_id = ${kreisId} and x.id = s.fall_id offset 0) f on true
    where f.casemanager_id is null or ${ownKonto('f.casemanager_id')} and s.herkunft = 'aufnahme'
      and greatest(s.ab, s.qualifiziert) + make_interval(months => ${monate}) <= ${addDays(heute, AHEAD.frist)}::date`;
}

/** Titles, consents and releases of one's own people that run out. */
function listAblauf({ kreisId, heute }: On): RawBuilder<unknown> {
  const until = addDays(heute, AHEAD.ablauf);
  const own = sql`join lateral (select f.id from fall f where f.kreis_id = ${kreisId} and f.person_id = m.person_id
    and ${ownKonto('f.casemanager_id')}) f on true`;
  return sql`select 'titel_endet', m.laeuft_ab_am, null, false, null::uuid, f.id from person_merkmal m ${own}
    where m.kreis_id = ${kreisId} and m.ersetzt_am is null and m.gueltig_bis is null
      and m.laeuft_ab_am between ${addDays(heute, -AHEAD.ablauf)}::date and ${until}::date
    union all
    select 'einwilligung_endet', m.ablauf_am, null, false, null, f.id from einwilligung m ${own}
    join person p on p.kreis_id = m.kreis_id and p.einwilligung_id = m.id
    where m.kreis_id = ${kreisId} and m.widerrufen_am is null and m.ablauf_am <= ${until}::date
    union all
    select 'entbindung_endet', m.gueltig_bis - 1, null, false, null, f.id from entbindung m ${own}
    where m.kreis_id = ${kreisId} and m.widerrufen_am is null
      and m.gueltig_bis between ${heute}::date and ${addDays(heute, AHEAD.frist)}::date`;
}

/** Answers that persons wait for, by the clock of the law (Art. 12 (3) GDPR). */
function listErsuchen({ kreisId, heute }: On): RawBuilder<unknown> {
  return sql`select 'ersuchen', e.frist_am, null::timestamptz, false, null::uuid,
      (select f.id from fall f where f.kreis_id = p.kreis_id and f.person_id = p.id)
    from ersuchen e join person p on p.kreis_id = e.kreis_id and p.id = e.person_id
    where e.kreis_id = ${kreisId} and ${ownKonto('p.casemanager_id')} and e.stand not in ('erledigt', 'abgelehnt')
      and e.frist_am <= ${addDays(heute, AHEAD.frist)}::date`;
}

/** Prepared and never handed over. */
function listWeitergabe({ kreisId }: On): RawBuilder<unknown> {
  return sql`select 'weitergabe_offen', (w.vorbereitet_am at time zone 'Europe/Berlin')::date + 3, null, false, null::uuid, f.id
    from weitergabe w
    join lateral (select f.id from fall f where f.kreis_id = ${kreisId} and f.person_id = w.person_id
      and ${ownKonto('f.casemanager_id')}) f on true
    where w.kreis_id = ${kreisId} and w.stand = 'vorbereitet'`;
}

/** Steps of the plan, tasks of one's own, and answers of offices that did not come. */
function listArbeit({ kreisId, heute }: On): RawBuilder<unknown> {
  const until = addDays(heute, AHEAD.termin);
  // From one's own cases to their work, not from the work of the whole Kreis to one's own cases.
  const own = sql`(select f.id from fall f where f.kreis_id = ${kreisId} and ${ownKonto('f.casemanager_id')} offset 0) f`;
  return sql`select 'schritt', w.am, null::timestamptz, false, null::uuid, f.id from ${own}
    join lateral (select min(s.faellig_am) as am from hilfeplan_schritt s
      join hilfeplan_ziel z on z.kreis_id = s.kreis_id and z.id = s.ziel_id and z.entfernt_am is null
        and z.stand in ('offen', 'in_arbeit', 'teilweise')
      where s.kreis_id = ${kreisId} and s.fall_id = f.id and s.entfernt_am is null and s.stand in ('offen', 'in_arbeit')
        and s.faellig_am <= ${until}::date) w on w.am is not null
    union all
    select 'rueckmeldung', w.am, null, false, null, f.id from ${own}
    join lateral (select min(v.rueckmeldung_bis) as am from vermittlung v where v.kreis_id = ${kreisId} and v.fall_id = f.id
      and v.stand in ('gesendet', 'warteliste', 'angenommen', 'begonnen') and v.rueckmeldung_bis <= ${heute}::date) w
      on w.am is not null
    union all
    select 'aufgabe', w.am, null, false, null, f.id from ${own}
    join lateral (select min(a.faellig_am) as am from aufgabe a where a.kreis_id = ${kreisId} and a.fall_id = f.id
      and a.stand = 'offen' and a.faellig_am <= ${until}::date) w on w.am is not null`;
}

/** Re-Assessments that the Kreis asks for at an interval (M168). */
function listReAssessment({ kreisId, heute }: On): RawBuilder<unknown> {
  const wert = sql`coalesce(${regelOn(kreisId, 're_assessment', heute)}, ${JSON.stringify(regelVorgabe('re_assessment'))}::jsonb)`;
  return sql`select 're_assessment', (w.am + make_interval(months => (${wert} ->> 'monate')::int))::date, null::timestamptz, false,
      null::uuid, f.id
    from (select f.id from fall f where f.kreis_id = ${kreisId} and ${ownKonto('f.casemanager_id')} offset 0) f
    join lateral (select max(a.am) as am from assessment a where a.kreis_id = ${kreisId} and a.fall_id = f.id
      and a.stand = 'abgeschlossen') w on w.am is not null
    where ${wert} ->> 'art' = 'regelmaessig'
      and w.am + make_interval(months => (${wert} ->> 'monate')::int) <= ${addDays(heute, AHEAD.frist)}::date
      and exists (select from fall_status s where s.kreis_id = ${kreisId} and s.fall_id = f.id and s.ersetzt_am is null
        and s.gueltig_bis is null and s.status <> 'abgeschlossen')`;
}

/** Merges of duplicates that wait for a second pair of eyes. */
function listZusammenfuehrung({ kreisId, heute }: On): RawBuilder<unknown> {
  return sql`select 'zusammenfuehrung', ${heute}::date, null::timestamptz, false, null::uuid, null::uuid from zusammenfuehrung z
    where z.kreis_id = ${kreisId} and z.stand = 'vorgeschlagen' and z.vorgeschlagen_von <> app_konto()
      and z.traeger_id = any ((select traeger from konto_menge)::uuid[])`;
}

/** Possible double care that the Koordination mediates. */
function listDoppelbetreuung({ kreisId, heute }: On): RawBuilder<unknown> {
  return sql`select 'doppelbetreuung', greatest((d.erfasst_am at time zone 'Europe/Berlin')::date + 7, ${heute}::date), null::timestamptz, false,
      null::uuid, null::uuid
    from doppelbetreuung_liste(${kreisId}) d where d.stand = 'offen'`;
}
