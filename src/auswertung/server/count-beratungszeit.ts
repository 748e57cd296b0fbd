import { sql } from 'kysely';
import { knownAt } from '#src/fall/server/status-on-day.ts';
import { addDays, addMonths } from '#src/platform/day.ts';
import { beratungsphase, type Beratungszeit } from '../tabelle.ts';
import type { BeratungszeitFrage } from '../frage.ts';
import type { Auftrag } from './report-fallzahlen.ts';
import { inUmfang, selectUmfang } from './scope.ts';

/** How long a case counts as beginning. */
const BEGINN_MONATE = 3;
interface Zeile {
  readonly traegerId: string;
  readonly name: string;
  readonly phase: (typeof beratungsphase.options)[number];
  readonly minuten: number;
  readonly kontakte: number;
  readonly ohneDauer: number;
  /** The figure would be the performance of one person. */
  readonly allein: boolean;
  readonly eilig: number | null;
}

/**
 * Minutes of counselling by Träger and phase: first talk, short counselling, the first three months of a case and
 * later (Konzept Kreis Unna 2.2). Run as lotse_zaehler.
 */
export async function countBeratungszeit(
  { tx, kreisId, erlaubt }: Auftrag,
  frage: BeratungszeitFrage,
): Promise<Beratungszeit> {
  const umfang = await selectUmfang(tx, kreisId, erlaubt, frage);
  const [von, bis] = [`${frage.von}-01`, addDays(addMonths(`${frage.bis}-01`, 1), -1)];
  const only = (kommune: string) => {
    const imUmfang = inUmfang(
      umfang,
      { kommune: sql.ref(kommune), traeger: sql.ref('k.traeger_id') },
      sql`k.am`,
    );
    return sql`k.kreis_id = ${kreisId} and k.am between ${von}::date and ${bis}::date and ${knownAt('k', null)}
      ${imUmfang ? sql`and ${imUmfang}` : sql``}`;
  };
  const rows = await tx.all(sql<Zeile>`
    with kontakt as (
      select k.traeger_id, k.erfasst_von as fachkraft, k.dauer_minuten, coalesce(a.dringlich, false) as eilig,
        case when e.id is not null then 'erstberatung' else 'kurzberatung' end as phase
      from sonstiger_kontakt k
      left join erstberatung e on e.kreis_id = k.kreis_id and e.id = k.id
      left join anfrage a on a.kreis_id = k.kreis_id and a.id = k.anfrage_id
      where ${only('k.kommune_id')}
      union all
      select k.traeger_id, k.casemanager_id, k.dauer_minuten, false,
        case when k.am < (f.aufgenommen_am + make_interval(months => ${BEGINN_MONATE}))::date then 'begleitung_beginn'
          else 'begleitung' end
      from beratungskontakt k join fall f on f.kreis_id = k.kreis_id and f.id = k.fall_id
      where ${only('f.kommune_id')}
    ), eilig as (
      select traeger_id, case when count(distinct fachkraft) = 1 then null
        else coalesce(sum(dauer_minuten), 0)::int end as minuten
      from kontakt where eilig group by traeger_id
    )
    select k.traeger_id as "traegerId", t.name, k.phase, coalesce(sum(k.dauer_minuten), 0)::int as minuten,
      count(*)::int as kontakte, (count(*) filter (where k.dauer_minuten is null))::int as "ohneDauer",
      count(distinct k.fachkraft) = 1 as allein,
      case when e.traeger_id is null then 0 else e.minuten end as eilig
    from kontakt k
    join traeger t on t.kreis_id = ${kreisId} and t.id = k.traeger_id
    left join eilig e on e.traeger_id = k.traeger_id
    group by k.traeger_id, t.name, k.phase, e.traeger_id, e.minuten
    order by t.name, k.traeger_id`);
  const je = Map.groupBy(rows, (row) => row.traegerId);
  return {
    von: frage.von,
    bis: frage.bis,
    traeger: [...je].flatMap(([traegerId, zeilen]) =>
      zeilen.slice(0, 1).map(({ name, eilig }) => ({
        traegerId,
        name,
        phase: beratungsphase.options.map((phase) => ({ phase, zahlen: zahlenOf(zeilen, phase) })),
        eilig,
      })),
    ),
  };
}

function zahlenOf(zeilen: readonly Zeile[], phase: Zeile['phase']) {
  const found = zeilen.find((zeile) => zeile.phase === phase);
  if (!found) return { minuten: 0, kontakte: 0, ohneDauer: 0 };
  const { minuten, kontakte, ohneDauer, allein } = found;
  return allein ? null : { minuten, kontakte, ohneDauer };
}
