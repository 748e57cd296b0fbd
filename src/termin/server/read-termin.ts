import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#src/platform/server/db.ts';
import { markLesezugriff } from '#src/protokoll/server/mark-lesezugriff.ts';
import type { TerminZeile } from '../contract.ts';
import { minutesBetween, ortszeit } from '../zeit.ts';

interface Row extends Omit<TerminZeile, 'tag' | 'von' | 'bis' | 'dauerMinuten' | 'person'> {
  readonly familienname: string | null;
  readonly vorname: string | null;
}

/**
 * Appointments (alias t) of the teams of the account, earliest first. Numbers, names and what an appointment is about come
 * through the policies of Anfrage, Fall and person; of a colleague's case only the time is left. The same statement writes
 * the row of the access log.
 */
export async function readTermin(
  tx: Tx,
  kreisId: string,
  filter: readonly RawBuilder<unknown>[],
  vorgang: string,
): Promise<TerminZeile[]> {
  const rows = await tx.all(sql<Row>`
    with zeile as materialized (
      select t.*, t.fall_id is not null and f.id is null as fremd, coalesce(a.nummer, f.nummer) as nummer, k.name as casemanager_name, r.name as raum_name,
        s.name as stelle_name, p.id as p_id, p.familienname, p.vorname
      from termin t
      left join anfrage a on a.kreis_id = t.kreis_id and a.id = t.anfrage_id
      left join fall f on f.kreis_id = t.kreis_id and f.id = t.fall_id
      left join person p on p.kreis_id = t.kreis_id and p.id = coalesce(f.person_id, a.person_id)
      left join konto k on k.kreis_id = t.kreis_id and k.id = t.casemanager_id
      left join raum r on r.kreis_id = t.kreis_id and r.id = t.raum_id
      left join stelle s on s.kreis_id = t.kreis_id and s.id = t.mit_stelle_id
      where t.kreis_id = ${kreisId} and t.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[])
        and ${sql.join(filter, sql` and `)}
    ), gelesen as (
      insert into lesezugriff (kreis_id, konto_id, person_id, vorgang)
      select ${kreisId}, app_konto(), array_agg(distinct p_id), ${vorgang} from zeile
      where p_id is not null having count(*) > 0
    )
    select id, fassung, traeger_id as "traegerId", casemanager_id as "casemanagerId", art,
      to_char(beginn at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as beginn,
      to_char(ende at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ende,
      anfrage_id as "anfrageId", case when not fremd then fall_id end as "fallId", standort_id as "standortId",
      raum_id as "raumId", case when not fremd then dolmetschen end as dolmetschen,
      dolmetschen_bestaetigt and not fremd as "dolmetschenBestaetigt",
      case when not fremd then begleitung_grund end as "begleitungGrund",
      case when not fremd then mit_stelle_id end as "mitStelleId", stand, casemanager_name as "casemanagerName", nummer, raum_name as "raumName",
      case when not fremd then stelle_name end as "mitStelleName", familienname, vorname
    from zeile order by beginn, id`);
  markLesezugriff(tx);
  return rows.map(toZeile);
}

function toZeile({ familienname, vorname, ...row }: Row): TerminZeile {
  const [beginn, ende] = [new Date(row.beginn), new Date(row.ende)];
  const { tag, zeit } = ortszeit(beginn);
  return {
    ...row,
    tag,
    von: zeit,
    bis: ortszeit(ende).zeit,
    dauerMinuten: minutesBetween(beginn, ende),
    person: familienname === null ? null : { familienname, vorname: vorname ?? '' },
  };
}
