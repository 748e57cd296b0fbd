import { sql } from 'kysely';
import { addDays, type Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { AusfallZeile, SprechstundeZeile } from '../contract.ts';
import type { Sprechtage } from '../rules.ts';

/** Everything that decides on which days an open hour takes place. */
export interface GelesenerSprechtag
  extends
    Omit<SprechstundeZeile, 'tage' | 'naechsterAm' | 'ausfall' | 'abilities'>,
    Pick<Sprechtage, 'abwesend'> {
  readonly ausfall: readonly Omit<AusfallZeile, 'naechsterAm'>[];
}

/** Open hours of the Kreis that are still to come on a day or later; one of them with `id`. */
export async function readSprechstunde(
  tx: Tx,
  kreisId: string,
  ab: Day,
  id: string | null = null,
): Promise<GelesenerSprechtag[]> {
  return tx.all(sql<GelesenerSprechtag>`
    select s.id, s.traeger_id as "traegerId", s.standort_id as "standortId", s.casemanager_id as "casemanagerId", s.art,
      s.wochentag, to_char(s.von, 'HH24:MI') as von, to_char(s.bis, 'HH24:MI') as bis, s.gueltig_ab as "gueltigAb",
      s.gueltig_bis as "gueltigBis", k.name as "casemanagerName",
      (select coalesce(json_agg(json_build_object('am', f.am, 'grund', f.grund, 'ersatzAm', f.ersatz_am) order by f.am), '[]')
        from sprechstunde_ausfall f where f.kreis_id = s.kreis_id and f.sprechstunde_id = s.id
          and (f.am >= ${ab}::date or f.ersatz_am >= ${ab}::date)) as ausfall,
      (select coalesce(json_agg(json_build_object('von', w.von, 'bis', w.bis)), '[]')
        from sprechstunde_abwesend(${kreisId}, ${ab}::date, ${addDays(ab, 400)}::date) w
        where w.sprechstunde_id = s.id) as abwesend
    from sprechstunde s left join konto k on k.kreis_id = s.kreis_id and k.id = s.casemanager_id
    where s.kreis_id = ${kreisId} and (s.gueltig_bis is null or s.gueltig_bis > ${ab}::date)
      and (${id}::uuid is null or s.id = ${id}::uuid)
    order by s.wochentag, s.von, s.id`);
}
