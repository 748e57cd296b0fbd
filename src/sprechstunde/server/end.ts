import { sql } from 'kysely';
import { fieldRefusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { sprechstundeContract } from '../contract.ts';
import { lockSprechstunde } from './load.ts';

/** Ends an open hour: from the day on it no longer takes place. */
export async function endSprechstunde(
  call: Call<typeof sprechstundeContract.endSprechstunde>,
): Promise<undefined> {
  const { tx, params, body } = call;
  const { kreisId, sprechstundeId } = params;
  const { gueltigAb } = await lockSprechstunde(tx, kreisId, sprechstundeId);
  if (body.ab <= gueltigAb) throw fieldRefusal('/ab', 'ende-vor-beginn');
  await tx.run(sql`
    update sprechstunde set gueltig_bis = ${body.ab} where kreis_id = ${kreisId} and id = ${sprechstundeId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'sprechstunde.beendet',
    gegenstand: 'sprechstunde',
    gegenstandId: sprechstundeId,
    daten: { ab: body.ab },
  });
}
