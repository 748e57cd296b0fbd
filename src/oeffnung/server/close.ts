import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { oeffnungContract } from '../contract.ts';

/** Closes at once: the next request of the Koordination finds no person any more. */
export async function closeOeffnung({
  tx,
  params,
}: Call<typeof oeffnungContract.closeOeffnung>): Promise<undefined> {
  const { kreisId, fallId, oeffnungId } = params;
  const geschlossen = await tx.run(sql`
    update oeffnung set beendet_am = now(), beendet_von = app_konto()
    where kreis_id = ${kreisId} and fall_id = ${fallId} and id = ${oeffnungId} and beendet_am is null and bis > now()`);
  if (geschlossen === 0) throw notFound();
  await recordEreignis(tx, {
    kreisId,
    art: 'oeffnung.geschlossen',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { oeffnungId },
  });
}
