import { sql } from 'kysely';
import { knownAt } from '#src/fall/server/status-on-day.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Umfang } from './scope.ts';

export interface TraegerSpalte {
  readonly id: string;
  readonly name: string;
}

/**
 * The Träger that get a column: those with a figure, those that had a case of the area before, and those assigned to
 * the area in the period, so that a new Träger stands there with 0 (Vorlage 197/23: Caritas Rheine on 15.09.2022).
 */
export async function listTraeger(
  tx: Tx,
  umfang: Umfang,
  zeit: { readonly von: Day; readonly bis: Day },
  gezaehlt: readonly string[],
  kenntnisstand: string | null,
): Promise<TraegerSpalte[]> {
  const { region, traeger, erlaubt, kreisId } = umfang;
  const regionIds = region ? [region.id] : erlaubt.art === 'teil' ? erlaubt.regionIds : [];
  const nurRegion = region !== undefined || (erlaubt.art === 'teil' && erlaubt.regionIds.length > 0);
  const imGebiet = (kommune: string) =>
    nurRegion
      ? sql`exists (select from region_kommune rk where rk.kreis_id = ${kreisId} and rk.region_id = any (${[...regionIds]}::uuid[])
          and rk.kommune_id = ${sql.ref(kommune)} and rk.gueltig_ab <= ${zeit.bis}::date
          and (rk.gueltig_bis is null or rk.gueltig_bis > ${zeit.von}::date))`
      : sql`true`;
  const rows = await tx.all(sql<{ id: string; name: string; rechtsname: string }>`
    select t.id, t.name, t.rechtsname from traeger t
    where t.kreis_id = ${kreisId} and (t.id = any (${[...gezaehlt]}::uuid[])
      or exists (select from traeger_gebiet g where g.kreis_id = t.kreis_id and g.traeger_id = t.id
        and g.gueltig_ab <= ${zeit.bis}::date and (g.gueltig_bis is null or g.gueltig_bis > ${zeit.von}::date)
        and ${imGebiet('g.kommune_id')})
      or exists (select from fall_zustaendigkeit z
        join fall f on f.kreis_id = z.kreis_id and f.id = z.fall_id
        where z.kreis_id = t.kreis_id and z.traeger_id = t.id and z.gueltig_ab <= ${zeit.bis}::date
          and ${knownAt('z', kenntnisstand)} and ${imGebiet('f.kommune_id')}))
    order by t.name, t.slug`);
  const erlaubte = rows.filter((t) => {
    if (traeger) return t.id === traeger.id;
    if (gezaehlt.includes(t.id) || erlaubt.art === 'kreis' || erlaubt.regionIds.length > 0) return true;
    return erlaubt.traegerIds.includes(t.id);
  });
  // Two Träger of one name would fall into one column.
  return erlaubte.map((t) => ({
    id: t.id,
    name: erlaubte.some((other) => other.id !== t.id && other.name === t.name)
      ? `${t.name} (${t.rechtsname})`
      : t.name,
  }));
}
