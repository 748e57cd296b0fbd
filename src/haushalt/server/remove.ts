import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { haushaltContract } from '../contract.ts';
import { loadUmfeldFall } from './load.ts';
import { withPersonen } from './personen.ts';

/** Takes away an entry that was a mistake; whoever moved out is ended instead, an own case is unlinked first. */
export async function removeHaushalt(call: Call<typeof haushaltContract.removeHaushalt>): Promise<undefined> {
  const { tx, deps, params } = call;
  const { kreisId, haushaltId } = params;
  const fall = await loadUmfeldFall(call);
  const row = await tx.first(sql<{ eigen: boolean; beziehung: string }>`
    select eigener_ab is not null as eigen, beziehung from haushalt
    where kreis_id = ${kreisId} and fall_id = ${fall.id} and id = ${haushaltId} for update`);
  if (!row) throw notFound();
  if (row.eigen) throw new Refusal('eigener-fall-besteht', 409);
  const personen = await withPersonen(tx, fall, today(deps.now()), () =>
    tx.run(sql`delete from haushalt where kreis_id = ${kreisId} and id = ${haushaltId}`),
  );
  await recordEreignis(tx, {
    kreisId,
    art: 'haushalt.entfernt',
    gegenstand: 'fall',
    gegenstandId: fall.id,
    daten: { beziehung: row.beziehung, personen },
  });
  return undefined;
}
