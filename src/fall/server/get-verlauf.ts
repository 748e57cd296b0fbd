import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { fallContract } from '../contract.ts';
import { readsPerson, seesFall } from './scope.ts';
import { arbeitZeilen, freigabeZeilen, rechtskreisZeilen } from './verlauf-zeilen.ts';

type Verlauf = typeof fallContract.getVerlauf;

interface Row {
  readonly am: Date;
  readonly art: Answer<Verlauf>[number]['art'];
  readonly ab: Day;
  readonly daten: Record<string, unknown>;
  readonly vonName: string | null;
}

/** What happened in a case, newest first: facts, also corrected ones, with who first recorded each and when. */
export async function getVerlauf({ tx, actor, params }: Call<Verlauf>): Promise<Answer<Verlauf>> {
  const { kreisId, fallId } = params;
  const rows = await tx.all(sql<Row>`
    with f as materialized (
      select f.*, ${readsPerson('f')} as eigen from fall f
      where f.kreis_id = ${kreisId} and f.id = ${fallId} and (${seesFall('f', actor, kreisId)} or ${readsPerson('f')})
    ), gelesen as (
      insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
      select kreis_id, app_konto(), array[person_id], 'fall.verlauf' from f where eigen and person_id is not null
    ), status as (
      -- A row that was only cut off keeps the day on which its fact was first recorded.
      -- One that no longer stands, as a closure taken back on its own day, stays visible as corrected.
      select distinct on (s.gueltig_ab, s.status, s.grund) s.*,
        not exists (select from fall_status j where j.kreis_id = s.kreis_id and j.fall_id = s.fall_id
          and j.ersetzt_am is null and j.gueltig_ab = s.gueltig_ab and j.status = s.status
          and j.grund is not distinct from s.grund) as berichtigt
      from f join fall_status s on s.kreis_id = f.kreis_id and s.fall_id = f.id
      order by s.gueltig_ab, s.status, s.grund, s.erfasst_am
    ), zustaendig as (
      select distinct on (z.gueltig_ab, z.traeger_id, z.casemanager_id) z.* from f
      join fall_zustaendigkeit z on z.kreis_id = f.kreis_id and z.fall_id = f.id
      where exists (select from fall_zustaendigkeit j where j.kreis_id = z.kreis_id and j.fall_id = z.fall_id
        and j.ersetzt_am is null and j.gueltig_ab = z.gueltig_ab and j.traeger_id = z.traeger_id
        and j.casemanager_id is not distinct from z.casemanager_id)
      order by z.gueltig_ab, z.traeger_id, z.casemanager_id, z.erfasst_am
    ), zeile as (
      select f.erfasst_am as am, 'aufnahme' as art, f.aufgenommen_am as ab,
        json_build_object('nummer', f.nummer, 'zugang', f.zugang) as daten,
        (select z.erfasst_von from zustaendig z order by z.gueltig_ab, z.erfasst_am limit 1) as von, 0 as rang
      from f
      union all
      select e.erfasst_am, 'einwilligung', e.erteilt_am,
        json_build_object('sprache', e.sprache, 'textfassung', e.textfassung), e.erfasst_von, 1
      from f cross join lateral einwilligung_stand(f.kreis_id, f.person_id) e where f.eigen
      union all
      select coalesce(e.gesperrt_am, e.erfasst_am), 'einwilligung', e.widerrufen_am, json_build_object('widerrufen', true),
        null, 2
      from f cross join lateral einwilligung_stand(f.kreis_id, f.person_id) e
      where f.eigen and e.widerrufen_am is not null
      union all
      ${freigabeZeilen}
      union all
      ${arbeitZeilen}
      union all
      select s.erfasst_am, 'status', s.gueltig_ab,
        json_build_object('status', s.status, 'grund', s.grund, 'herkunft', s.herkunft, 'berichtigt', s.berichtigt), s.erfasst_von, 4
      from status s join f on true where s.gueltig_ab > f.aufgenommen_am or s.herkunft <> 'aufnahme'
      union all
      select z.erfasst_am, case z.anlass when 'uebergabe' then 'uebergabe' else 'zustaendigkeit' end, z.gueltig_ab,
        json_build_object('traegerId', z.traeger_id, 'casemanagerId', z.casemanager_id), z.erfasst_von, 3
      from zustaendig z where z.anlass <> 'aufnahme'
      union all
      select m.erfasst_am, 'merkmal', m.gueltig_ab, json_build_object('merkmal', m.merkmal, 'wert', m.wert), null, 3
      from f join fall_merkmal m on m.kreis_id = f.kreis_id and m.fall_id = f.id
      where m.ersetzt_am is null and m.gueltig_ab > f.aufgenommen_am and m.merkmal <> 'rechtskreis'
      union all
      ${rechtskreisZeilen}
      union all
      select m.erfasst_am, 'aufenthaltstitel', m.gueltig_ab, json_build_object('wert', m.wert, 'laeuftAbAm', m.laeuft_ab_am),
        m.erfasst_von, 3
      from f join person_merkmal m on m.kreis_id = f.kreis_id and m.person_id = f.person_id
      where f.eigen and m.merkmal = 'aufenthaltstitel' and m.ersetzt_am is null and m.gueltig_ab > f.aufgenommen_am
      union all
      select bk.erfasst_am, 'kontakt', bk.am, json_build_object('kontaktId', bk.id, 'format', bk.format,
        'qualifiziert', bk.qualifiziert, 'berichtigt', bk.fassung > 1), bk.erfasst_von, 3
      from f join beratungskontakt bk on bk.kreis_id = f.kreis_id and bk.fall_id = f.id where bk.ersetzt_am is null
    )
    select zeile.am, zeile.art, zeile.ab, zeile.daten, k.name as "vonName"
    from zeile left join konto k on k.kreis_id = ${kreisId} and k.id = zeile.von
    order by zeile.ab desc, zeile.am desc, zeile.rang desc`);
  if (rows.length === 0) throw notFound();
  markLesezugriff(tx);
  return rows.map((row) => ({ ...row, am: row.am.toISOString() }));
}
