import { sql } from 'kysely';
import { formatDay, today, type Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call, FileAnswer } from '#src/platform/server/http.ts';
import { writeTablePaper } from '#src/platform/server/pdf/write-table-paper.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { fallContract } from '../contract.ts';
import { skizzeText } from '../skizze-text.ts';
import { formatDauer } from '../zeit.ts';
import { caresFor } from './scope.ts';

type Print = typeof fallContract.printSkizze;

interface Bereich {
  readonly bezeichnung: string;
  readonly bezeichnungEn: string;
  readonly bedarf: 'keiner' | 'bedarf' | 'dringend' | 'nicht_besprochen' | null;
  readonly ziele: number;
  readonly erreicht: number;
  readonly vermittlungen: number;
  readonly laufend: number;
}

interface Row {
  readonly nummer: string;
  readonly personId: string;
  readonly traeger: string;
  readonly seit: Day;
  readonly runde: number;
  readonly kontakte: number;
  readonly minuten: number;
  readonly bereich: readonly Bereich[];
}

/** What a round may know of a case: areas, needs, goals and referrals as codes and counts (M264), never a word. */
export async function printSkizze({ tx, actor, deps, params, query }: Call<Print>): Promise<FileAnswer> {
  const { kreisId, fallId } = params;
  const row = await tx.first(sql<Row>`
    with f as materialized (
      select f.*, t.rechtsname, p.id as person from fall f
      join person p on p.kreis_id = f.kreis_id and p.id = f.person_id
      join traeger t on t.kreis_id = f.kreis_id and t.id = f.traeger_id
      where f.kreis_id = ${kreisId} and f.id = ${fallId} and ${caresFor('f')}
    ), letztes as (
      select a.* from f join assessment a on a.kreis_id = f.kreis_id and a.fall_id = f.id and a.stand = 'abgeschlossen'
      order by a.runde desc limit 1
    ), bereich as (
      select l.rang, l.bezeichnung, l.bezeichnung_en,
        (select b.bedarf from letztes a join assessment_bereich b on b.kreis_id = a.kreis_id and b.assessment_id = a.id
          where b.lebensbereich = l.code) as bedarf,
        z.ziele, z.erreicht, v.vermittlungen, v.laufend
      from f join codeliste l on l.kreis_id = f.kreis_id and l.liste = 'lebensbereich'
      cross join lateral (select count(*)::int as ziele, count(*) filter (where z.stand = 'erreicht')::int as erreicht
        from hilfeplan_ziel z where z.kreis_id = f.kreis_id and z.fall_id = f.id and z.entfernt_am is null
          and z.lebensbereich = l.code) z
      cross join lateral (select count(*)::int as vermittlungen, count(*) filter (where v.stand not in ('abgelehnt', 'beendet',
          'zurueckgezogen'))::int as laufend from vermittlung v
        where v.kreis_id = f.kreis_id and v.fall_id = f.id and v.lebensbereich = l.code) v
    )
    select f.nummer, f.person as "personId", f.rechtsname as traeger, f.aufgenommen_am as seit,
      greatest(1, (select runde from letztes)) as runde, k.kontakte, k.minuten,
      (select coalesce(json_agg(json_build_object('bezeichnung', b.bezeichnung, 'bezeichnungEn', b.bezeichnung_en,
          'bedarf', b.bedarf, 'ziele', b.ziele, 'erreicht', b.erreicht, 'vermittlungen', b.vermittlungen,
          'laufend', b.laufend) order by b.rang, b.bezeichnung), '[]')
        from bereich b where b.bedarf is not null or b.ziele > 0 or b.vermittlungen > 0) as bereich
    from f cross join lateral (select count(*)::int as kontakte, coalesce(sum(k.dauer_minuten), 0)::int as minuten
      from beratungskontakt k where k.kreis_id = f.kreis_id and k.fall_id = f.id and k.ersetzt_am is null) k`);
  if (!row) throw notFound();
  tx.send(sql`insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
    values (${kreisId}, app_konto(), array[${row.personId}::uuid], 'fall.skizze')`);
  markLesezugriff(tx);
  const sprache = query.sprache ?? actor.sprache;
  const t = skizzeText[sprache];
  const rows = row.bereich.map((each) => [
    sprache === 'de' ? each.bezeichnung : each.bezeichnungEn,
    each.bedarf === null ? '–' : t.bedarf[each.bedarf],
    each.ziele === 0 ? '–' : t.ziele(each.erreicht, each.ziele),
    each.vermittlungen === 0 ? '–' : t.vermittlungen(each.laufend, each.vermittlungen),
  ]);
  const write = (mark: string) =>
    writeTablePaper(
      {
        language: sprache,
        title: t.titel,
        subtitle: t.runde(row.nummer, row.runde),
        kind: t.art,
        author: row.traeger,
        landscape: false,
        columns: t.spalten.map((title) => ({ title, number: false })),
        rows: (rows.length === 0 ? [[t.leer, '', '', '']] : rows).map((cells) => ({
          sum: false,
          cells: cells.map((text) => ({ text, marks: [] })),
        })),
        footnotes: [],
        chart: null,
        heading: t.heading,
        text: t.text(formatDay(row.seit), row.kontakte, formatDauer(row.minuten, 'h')),
        notes: [t.hinweis, `${t.stand}: ${formatDay(today(deps.now()))}`],
        footer: `${row.traeger} · ${t.art}`,
        mark,
        page: t.seite,
        of: t.von,
      },
      deps.now(),
    );
  return { name: `fallskizze-${row.nummer}.pdf`, bytes: ({ text }) => write(text), inline: true };
}
