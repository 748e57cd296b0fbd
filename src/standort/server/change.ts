import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { notFound, Refusal, refuseFields } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { Standort, standortContract } from '../contract.ts';
import { mayChangeStandort } from './policy.ts';

type Change = typeof standortContract.changeStandort;

/** Changes contact data, rooms and equipment; a room that is kept keeps its appointments. */
export async function changeStandort({ tx, actor, params, body }: Call<Change>): Promise<Answer<Change>> {
  const { kreisId, standortId } = params;
  const stand = await tx.first(sql<Omit<Standort, 'id' | 'kommuneId' | 'name' | 'art' | 'changeable'>>`
    select s.traeger_id as "traegerId", s.anschrift, s.telefon, s.email, s.oeffnung, s.ausstattung, s.fassung,
      (select coalesce(json_agg(json_build_object('name', r.name, 'geschuetzt', r.geschuetzt) order by r.name), '[]')
        from raum r where r.kreis_id = s.kreis_id and r.standort_id = s.id) as raum
    from standort s where s.kreis_id = ${kreisId} and s.id = ${standortId}`);
  if (!stand) throw notFound();
  if (!mayChangeStandort(actor, kreisId, stand.traegerId)) throw new Refusal('standort-fremd', 403);
  requireFassung(stand, body);
  const namen = body.raum.map(({ name }) => name);
  if (new Set(namen).size < namen.length) refuseFields([{ instance: '/raum', code: 'raum-doppelt' }]);
  const fassung = stand.fassung + 1;
  const changed = await tx.run(sql`
    update standort set anschrift = ${body.anschrift}, telefon = ${body.telefon}, email = ${body.email},
      oeffnung = ${body.oeffnung}, ausstattung = ${[...new Set(body.ausstattung)]}::text[], fassung = ${fassung}
    where kreis_id = ${kreisId} and id = ${standortId} and fassung = ${stand.fassung}`);
  if (changed === 0) throw new Refusal('gleichzeitig-geaendert', 409);
  await tx.run(sql`
    delete from raum where kreis_id = ${kreisId} and standort_id = ${standortId} and name <> all (${namen}::text[])`);
  await tx.run(sql`
    insert into raum (kreis_id, standort_id, name, geschuetzt)
    select ${kreisId}, ${standortId}::uuid, r.name, r.geschuetzt
    from unnest(${namen}::text[], ${body.raum.map(({ geschuetzt }) => geschuetzt)}::boolean[]) r (name, geschuetzt)
    on conflict (kreis_id, standort_id, name) do update set geschuetzt = excluded.geschuetzt`);
  await recordEreignis(tx, {
    kreisId,
    art: 'standort.geaendert',
    gegenstand: 'standort',
    gegenstandId: standortId,
    daten: { fassung, ausstattung: body.ausstattung, raeume: body.raum.length },
  });
  return { fassung };
}
