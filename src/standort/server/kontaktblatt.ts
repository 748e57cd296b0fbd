import { sql } from 'kysely';
import { today, type Day } from '#src/platform/day.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Deps, Handler } from '#src/platform/server/http.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Kontaktblatt, standortContract } from '../contract.ts';

/** What the web sites of Kreis, Kommunen and Träger publish (Konzept Kreis Unna 4.1); nobody is named in it. */
export const getKontaktblatt: Handler<typeof standortContract.getKontaktblatt> = async ({ deps, params }) => {
  const blatt = await findKontaktblatt(deps, params.kreisId);
  if (!blatt) throw notFound();
  return blatt;
};

/** The same for the page; undefined when there is no such Kreis. */
export async function findKontaktblatt(
  deps: Pick<Deps, 'db' | 'now'>,
  kreisId: string,
): Promise<Kontaktblatt | undefined> {
  const stand = today(deps.now());
  return deps.db.asNobody(async (tx) => {
    const kreis = await tx.first(
      sql<Kontaktblatt['kreis']>`select k.id, k.name from kreis k where k.id = ${kreisId}`,
    );
    if (!kreis) return undefined;
    return { kreis, stand, standort: await readStandorte(tx, kreisId, stand) };
  });
}

async function readStandorte(tx: Tx, kreisId: string, stand: Day): Promise<Kontaktblatt['standort']> {
  return tx.all(sql<Kontaktblatt['standort'][number]>`
    with offen as (select * from offene_sprechstunde(${kreisId}, ${stand}::date))
    select s.name, t.name as traeger, g.name as kommune, s.anschrift, s.telefon, s.email, s.oeffnung,
      (select coalesce(json_agg(json_build_object('art', o.art, 'wochentag', o.wochentag,
          'von', to_char(o.von, 'HH24:MI'), 'bis', to_char(o.bis, 'HH24:MI'), 'ausfall', o.ausfall)
          order by o.wochentag, o.von), '[]')
        from offen o where o.standort_id = s.id) as sprechstunde
    from standort s
    join traeger t on t.kreis_id = s.kreis_id and t.id = s.traeger_id
    left join kommune g on g.kreis_id = s.kreis_id and g.id = s.kommune_id
    where s.kreis_id = ${kreisId}
    order by g.name nulls last, t.name, s.name`);
}
