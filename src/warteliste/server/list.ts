import { sql } from 'kysely';
import { seesAnfrage } from '#src/anfrage/server/scope.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { wartelisteContract } from '../contract.ts';
import { compareWartende } from '../rules.ts';

type List = typeof wartelisteContract.listWarteliste;

/** Those who wait at the own Träger, for the Koordination those of its Kreis or region, in the order of invitation. */
export async function listWarteliste({ tx, params, query }: Call<List>): Promise<Answer<List>> {
  const rows = await tx.all(sql<Answer<List>[number]>`
    select w.id, w.anfrage_id as "anfrageId", a.nummer, w.traeger_id as "traegerId", w.grund,
      w.eingetragen_am as "eingetragenAm", a.dringlich, a.sprache, a.kommune_id as "kommuneId", a.lebensbereich,
      case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as "verwiesenAn",
      w.eingeladen_am as "eingeladenAm", w.traeger_id = any ((select app_uuids('app.cm_traeger'))::uuid[]) as eigen
    from warteliste w
    join anfrage a on a.kreis_id = w.kreis_id and a.id = w.anfrage_id
    left join stelle s on s.kreis_id = w.kreis_id and s.id = w.verwiesen_an
    where w.kreis_id = ${params.kreisId} and w.ausgetragen_am is null
      and (${query.traegerId ?? null}::uuid is null or w.traeger_id = ${query.traegerId ?? null}::uuid)
      and ${seesAnfrage('a')}`);
  return rows.toSorted(compareWartende);
}
