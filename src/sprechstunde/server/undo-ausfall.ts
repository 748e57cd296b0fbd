import { sql } from 'kysely';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { sprechstundeContract } from '../contract.ts';
import { lockSprechstunde } from './load.ts';

/** Takes a cancellation back: the open hour takes place after all. */
export async function undoAusfall(call: Call<typeof sprechstundeContract.undoAusfall>): Promise<undefined> {
  const { tx, params } = call;
  const { kreisId, sprechstundeId, am } = params;
  await lockSprechstunde(tx, kreisId, sprechstundeId);
  const deleted = await tx.run(sql`
    delete from sprechstunde_ausfall
    where kreis_id = ${kreisId} and sprechstunde_id = ${sprechstundeId} and am = ${am}`);
  if (deleted === 0) throw notFound();
  await recordEreignis(tx, {
    kreisId,
    art: 'sprechstunde.findet_statt',
    gegenstand: 'sprechstunde',
    gegenstandId: sprechstundeId,
    daten: { am },
  });
}
