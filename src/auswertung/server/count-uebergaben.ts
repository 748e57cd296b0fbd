import { sql } from 'kysely';
import { knownAt } from '#src/fall/server/status-on-day.ts';
import type { Day } from '#src/platform/day.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { inUmfang, type Umfang } from './scope.ts';

export interface UebergabeZahl {
  readonly monat: string;
  /** First day on which one of these hand-overs took effect. */
  readonly ab: Day;
  readonly vonTraegerId: string;
  readonly von: string;
  readonly anTraegerId: string;
  readonly an: string;
  readonly anzahl: number;
}

/** Cases handed over up to a day, per month and pair of Träger: what the generated footnotes say. Run as lotse_zaehler. */
export async function countUebergaben(
  tx: Tx,
  umfang: Umfang,
  bis: Day,
  kenntnisstand: string | null,
): Promise<UebergabeZahl[]> {
  const imUmfang = inUmfang(
    umfang,
    { kommune: sql.ref('f.kommune_id'), traeger: sql.ref('z.traeger_id') },
    sql`u.wirksam_am`,
  );
  return tx.all(sql<UebergabeZahl>`
    select to_char(u.wirksam_am, 'YYYY-MM') as monat, min(u.wirksam_am) as ab,
      u.von_traeger_id as "vonTraegerId", v.name as von, u.an_traeger_id as "anTraegerId", a.name as an,
      count(distinct z.fall_id) as anzahl
    from uebergabe u
    join traeger v on v.kreis_id = u.kreis_id and v.id = u.von_traeger_id
    join traeger a on a.kreis_id = u.kreis_id and a.id = u.an_traeger_id
    join fall_zustaendigkeit z on z.kreis_id = u.kreis_id and ${knownAt('z', kenntnisstand)}
      and (z.uebergabe_id = u.id ${nurEinTraeger(umfang) ? abgegeben(kenntnisstand) : sql``})
    join fall f on f.kreis_id = z.kreis_id and f.id = z.fall_id
    where u.kreis_id = ${umfang.kreisId} and u.wirksam_am <= ${bis}::date and ${knownAt('u', kenntnisstand)}
      ${imUmfang ? sql`and ${imUmfang}` : sql``}
    group by 1, 3, 4, 5, 6
    order by 1, v.name, a.name`);
}

function nurEinTraeger({ traeger, erlaubt }: Umfang): boolean {
  return traeger !== undefined || (erlaubt.art === 'teil' && erlaubt.regionIds.length === 0);
}

/**
 * Who may count one Träger only does not see the receiving row of a case given away: there it is the own row that ends
 * on the day and has no successor, as long as the Träger gave cases to no one else on that day.
 */
function abgegeben(kenntnisstand: string | null) {
  return sql`or (z.traeger_id = u.von_traeger_id and z.gueltig_bis = u.wirksam_am
    and not exists (select from fall_zustaendigkeit n where n.kreis_id = z.kreis_id and n.fall_id = z.fall_id
      and n.traeger_id = z.traeger_id and n.gueltig_ab = z.gueltig_bis and ${knownAt('n', kenntnisstand)})
    and not exists (select from uebergabe o where o.kreis_id = u.kreis_id and o.id <> u.id
      and o.von_traeger_id = u.von_traeger_id and o.wirksam_am = u.wirksam_am and ${knownAt('o', kenntnisstand)}))`;
}
