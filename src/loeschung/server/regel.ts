import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { refuseFields, Refusal } from '#src/platform/refusal.ts';
import type { Call, Handler } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { loeschungContract } from '../contract.ts';
import type { RegelZeile } from '../zeile.ts';
import { aufbewahrungArt, vorgabe } from '../frist.ts';

type Set = typeof loeschungContract.setAufbewahrungsregel;

/** The periods of every Träger on which the actor decides: what holds today, and everything that was or will be. */
export const listAufbewahrungsregel: Handler<typeof loeschungContract.listAufbewahrungsregel> = async ({
  tx,
  deps,
  params: { kreisId },
}) => {
  const heute = today(deps.now());
  const traeger = await tx.all(sql<{ id: string }>`
    select t.id from traeger t where t.kreis_id = ${kreisId} and loeschung_darf(${kreisId}, t.id) order by t.name`);
  const verlauf = await tx.all(sql<RegelZeile & { gueltigAb: string }>`
    select r.traeger_id as "traegerId", r.art, r.einheit, r.anzahl, r.grundlage, r.gueltig_ab as "gueltigAb",
      r.gueltig_bis as "gueltigBis"
    from aufbewahrungsregel r where r.kreis_id = ${kreisId} and r.ersetzt_am is null
      and r.traeger_id = any (${traeger.map(({ id }) => id)}::uuid[])
    order by r.gueltig_ab desc`);
  const regel = traeger.flatMap(({ id }) =>
    aufbewahrungArt.options.map(
      (art): RegelZeile =>
        verlauf.find(
          (row) =>
            row.traegerId === id &&
            row.art === art &&
            row.gueltigAb <= heute &&
            (row.gueltigBis === null || row.gueltigBis > heute),
        ) ?? { traegerId: id, art, ...vorgabe[art], gueltigAb: null, gueltigBis: null },
    ),
  );
  return { regel, verlauf };
};

/** Sets a period from a day on; what held before keeps its time, and nothing is set for the past. */
export async function setAufbewahrungsregel(call: Call<Set>): Promise<Answer<Set>> {
  const { tx, deps, params, body } = call;
  const { kreisId } = params;
  const { traegerId, art, einheit, anzahl, grundlage, gueltigAb } = body;
  refuseFields(gueltigAb < today(deps.now()) ? [{ instance: '/gueltigAb', code: 'regel-rueckwirkend' }] : []);
  const { darf } = await tx.one(
    sql<{ darf: boolean }>`select loeschung_darf(${kreisId}, ${traegerId}) as darf`,
  );
  if (!darf) throw new Refusal('nicht-erlaubt', 403);
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('aufbewahrungsregel'), hashtext(${traegerId}))`);
  await tx.run(sql`
    update aufbewahrungsregel r set ersetzt_am = now()
    where r.kreis_id = ${kreisId} and r.traeger_id = ${traegerId} and r.art = ${art} and r.ersetzt_am is null
      and (r.gueltig_bis is null or r.gueltig_bis > ${gueltigAb}::date)`);
  await tx.run(sql`
    insert into aufbewahrungsregel (kreis_id, traeger_id, art, einheit, anzahl, grundlage, gueltig_ab, gueltig_bis, erfasst_von)
    select r.kreis_id, r.traeger_id, r.art, r.einheit, r.anzahl, r.grundlage, r.gueltig_ab, ${gueltigAb}::date, r.erfasst_von
    from aufbewahrungsregel r where r.kreis_id = ${kreisId} and r.traeger_id = ${traegerId} and r.art = ${art}
      and r.ersetzt_am = now() and r.gueltig_ab < ${gueltigAb}::date
    union all
    select ${kreisId}, ${traegerId}::uuid, ${art}, ${einheit}, ${anzahl}, ${grundlage}, ${gueltigAb}::date, null, app_konto()`);
  await recordEreignis(tx, {
    kreisId,
    art: 'loeschung.regel',
    gegenstand: 'traeger',
    gegenstandId: traegerId,
    daten: { regel: art, einheit, anzahl, ab: gueltigAb },
  });
}
