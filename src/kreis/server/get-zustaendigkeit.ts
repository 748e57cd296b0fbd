import { sql } from 'kysely';
import { today, type Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Handler } from '#src/platform/server/http.ts';
import type { kreisContract, Zustaendigkeit } from '../contract.ts';
import { resolveZustaendigkeit, type Frage, type Ort } from '../resolve.ts';

/** Answers who is responsible at a place on a day. */
export const getZustaendigkeit: Handler<typeof kreisContract.getZustaendigkeit> = async ({
  tx,
  params,
  query,
  deps,
}) => {
  const found = await findZustaendigkeit(tx, params.kreisId, query.kommune, {
    am: query.am ?? today(deps.now()),
    ortsteilId: query.ortsteil,
    strasse: query.strasse,
  });
  if (!found) throw notFound();
  return found;
};

/** The same for other operations (Fallakte, Aufnahme); undefined when the Kreis has no such Kommune. */
export async function findZustaendigkeit(
  tx: Tx,
  kreisId: string,
  kommuneId: string,
  frage: Frage,
): Promise<Zustaendigkeit | undefined> {
  const ort = await tx.first(sql<Ort>`
    select
      (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name), '[]')
        from ortsteil o where o.kreis_id = k.kreis_id and o.kommune_id = k.id) as ortsteil,
      (select coalesce(json_agg(json_build_object('ortsteilId', s.ortsteil_id, 'strasse', s.strasse,
          'ab', ${isoDay(sql`s.gueltig_ab`)}, 'bis', s.gueltig_bis)), '[]')
        from ortsteil_strasse s join ortsteil o on o.kreis_id = s.kreis_id and o.id = s.ortsteil_id
        where o.kreis_id = k.kreis_id and o.kommune_id = k.id and ${frage.strasse ?? ''} <> '') as strasse,
      (select coalesce(json_agg(json_build_object('traegerId', t.id, 'traegerName', t.name,
          'ortsteilId', g.ortsteil_id, 'ab', ${isoDay(sql`g.gueltig_ab`)}, 'bis', g.gueltig_bis) order by t.name), '[]')
        from traeger_gebiet g join traeger t on t.kreis_id = g.kreis_id and t.id = g.traeger_id
        where g.kreis_id = k.kreis_id and g.kommune_id = k.id) as gebiet,
      (select coalesce(json_agg(json_build_object('art', bk.art, 'id', b.id, 'name', b.name,
          'angegliedertAn', b.angegliedert_an, 'ab', ${isoDay(sql`bk.gueltig_ab`)}, 'bis', bk.gueltig_bis)), '[]')
        from behoerde_kommune bk join behoerde b on b.kreis_id = bk.kreis_id and b.id = bk.behoerde_id
        where bk.kreis_id = k.kreis_id and bk.kommune_id = k.id) as behoerde
    from kommune k where k.kreis_id = ${kreisId} and k.id = ${kommuneId}`);
  return ort && resolveZustaendigkeit(ort, frage);
}

/** A validity without beginning ("-infinity") as a day that lies before all others. */
function isoDay(column: ReturnType<typeof sql>): ReturnType<typeof sql<Day>> {
  return sql<Day>`case when isfinite(${column}) then ${column} else date '1900-01-01' end`;
}
