import { sql } from 'kysely';
import { loadForWork } from '#src/aufgabe/server/load.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { notizContract } from '../contract.ts';
import { loadNotiz } from './load.ts';

/** Takes back an own note while it is fresh, such as one that stands in the wrong case. */
export async function deleteNotiz(call: Call<typeof notizContract.deleteNotiz>): Promise<undefined> {
  const { tx, params } = call;
  const { kreisId, fallId, notizId } = params;
  await loadForWork(call);
  if (!(await loadNotiz(tx, params)).aenderbar) throw new Refusal('notiz-steht', 409);
  await tx.run(sql`delete from notiz where kreis_id = ${kreisId} and id = ${notizId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'notiz.zurueckgenommen',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { notizId },
  });
}
