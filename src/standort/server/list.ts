import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { standortContract } from '../contract.ts';
import { mayChangeStandort, maySetStundenanteil } from './policy.ts';

type List = typeof standortContract.listStandort;
type Zeile = Omit<Answer<List>['standort'][number], 'changeable'>;

/** Places of the Kreis by Träger and name, and how the hours of each Träger are distributed over time. */
export async function listStandort({ tx, actor, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId } = params;
  const rows = await tx.all(sql<Zeile>`
    select s.id, s.traeger_id as "traegerId", s.kommune_id as "kommuneId", s.name, s.art, s.anschrift, s.telefon, s.email,
      s.oeffnung, s.ausstattung, s.fassung,
      (select coalesce(json_agg(json_build_object('name', r.name, 'geschuetzt', r.geschuetzt) order by r.name), '[]')
        from raum r where r.kreis_id = s.kreis_id and r.standort_id = s.id) as raum
    from standort s join traeger t on t.kreis_id = s.kreis_id and t.id = s.traeger_id
    where s.kreis_id = ${kreisId} order by t.name, s.name`);
  const stundenanteil = await tx.all(sql<Answer<List>['stundenanteil'][number]>`
    select traeger_id as "traegerId", gueltig_ab as "gueltigAb", gueltig_bis as "gueltigBis",
      json_agg(json_build_object('standortId', standort_id, 'prozent', prozent) order by standort_id) as anteil
    from stundenanteil where kreis_id = ${kreisId} and ersetzt_am is null
    group by traeger_id, gueltig_ab, gueltig_bis order by traeger_id, gueltig_ab`);
  return {
    standort: rows.map((row) => ({ ...row, changeable: mayChangeStandort(actor, kreisId, row.traegerId) })),
    stundenanteil,
    abilities: { setStundenanteil: maySetStundenanteil(actor, kreisId) },
  };
}
