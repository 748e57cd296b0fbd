import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { angebotContract } from '../contract.ts';
import { pruefGrenze } from '../rules.ts';
import { currentOn } from './read.ts';

type Overview = typeof angebotContract.getAngebotUeberblick;

/**
 * What the network lacks and where it overlaps: approaches of counselling with the state of their agreements, supply per
 * Kommune and area of life, offers of several offices for the same people, and how fresh the entries are.
 */
export async function getAngebotUeberblick({ tx, deps, params }: Call<Overview>): Promise<Answer<Overview>> {
  const { kreisId } = params;
  const heute = today(deps.now());
  return tx.one(sql<Answer<Overview>>`
    with a as materialized (
      select a.* from angebot a where a.kreis_id = ${kreisId} and ${currentOn(heute)}),
    fuer as materialized (
      select a.id, k.id as kommune_id from a cross join kommune k where k.kreis_id = ${kreisId} and a.ebene = 'kreisweit'
      union all select a.id, a.kommune_id from a where a.ebene = 'kommunal'
      union all select a.id, k.kommune_id from a join angebot_kommune k on k.kreis_id = ${kreisId} and k.angebot_id = a.id
        where a.ebene = 'teilregional'),
    versorgt as (
      select f.kommune_id, l.code, count(*)::int as anzahl, (count(*) filter (where a.ebene <> 'kreisweit'))::int as am_ort
      from fuer f join a on a.id = f.id cross join unnest(a.lebensbereich) l (code) group by 1, 2),
    doppelt as (
      select f.kommune_id, l.code, z.code as gruppe, a.art, a.beratungsansatz,
        json_agg(json_build_object('id', a.id, 'name', a.name, 'stelle', s.name) order by a.name) as angebot
      from fuer f join a on a.id = f.id and a.ebene <> 'kreisweit'
        join stelle s on s.kreis_id = ${kreisId} and s.id = a.stelle_id
        cross join unnest(a.lebensbereich) l (code)
        cross join unnest(case when a.zielgruppe = '{}' then array[null] else a.zielgruppe end) z (code)
      group by 1, 2, 3, 4, 5 having count(distinct a.stelle_id) > 1)
    select (select coalesce(json_agg(json_build_object('angebotId', a.id, 'name', a.name, 'stelleId', a.stelle_id,
          'stelle', s.name, 'beratungsansatz', a.beratungsansatz, 'eigenesFallmanagement', a.eigenes_fallmanagement,
          'ebene', a.ebene, 'kommuneIds', array(select f.kommune_id from fuer f where f.id = a.id order by 1),
          'vereinbarung', (select json_build_object('vereinbartAm', v.vereinbart_am, 'gueltigBis', v.gueltig_bis,
              'abstimmungAm', v.abstimmung_am) from vereinbarung v
            where v.kreis_id = ${kreisId} and v.stelle_id = a.stelle_id
              and (v.gueltig_bis is null or v.gueltig_bis > ${heute}::date)
              and (v.kommune_id is null or a.ebene = 'kreisweit'
                or v.kommune_id in (select f.kommune_id from fuer f where f.id = a.id))
            order by v.vereinbart_am is null, v.gueltig_bis desc nulls first limit 1)) order by s.name, a.name), '[]')
        from a join stelle s on s.kreis_id = ${kreisId} and s.id = a.stelle_id
        where a.beratungsansatz is not null) as ansatz,
      (select coalesce(json_agg(json_build_object('kommuneId', kommune_id, 'lebensbereich', code, 'anzahl', anzahl,
          'amOrt', am_ort) order by kommune_id, code), '[]') from versorgt) as versorgung,
      (select coalesce(json_agg(json_build_object('kommuneId', kommune_id, 'lebensbereich', code, 'zielgruppe', gruppe,
          'art', art, 'beratungsansatz', beratungsansatz, 'angebot', angebot)
          order by kommune_id, code, gruppe, art, beratungsansatz), '[]') from doppelt) as doppel,
      (select coalesce(json_agg(json_build_object('kommuneId', kommune_id, 'gesamt', gesamt, 'veraltet', veraltet,
          'nie', nie) order by kommune_id nulls last), '[]')
        from (select kommune_id, count(*)::int as gesamt, (count(*) filter (where bestaetigt_am is null))::int as nie,
            (count(*) filter (where bestaetigt_am < ${pruefGrenze(heute)}::date))::int as veraltet
          from a group by kommune_id) b) as aktualitaet`);
}
