import { sql } from 'kysely';
import { sendNachricht } from '#src/nachricht/server/send.ts';
import { notFound } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { oeffnungContract } from '../contract.ts';
import { loadToOpen } from './load.ts';

/** Says no to a question of the Koordination, with the reason. */
export async function declineOeffnung(
  call: Call<typeof oeffnungContract.declineOeffnung>,
): Promise<undefined> {
  const { tx, actor, params, body } = call;
  const { kreisId, fallId, wunschId } = params;
  const fall = await loadToOpen(tx, kreisId, fallId);
  const wunsch = await tx.first(sql<{ von: string }>`
    select gefragt_von as von from oeffnung_wunsch
    where kreis_id = ${kreisId} and fall_id = ${fallId} and id = ${wunschId} and stand = 'offen' for update`);
  if (!wunsch) throw notFound();
  await tx.run(sql`
    update oeffnung_wunsch set stand = 'abgelehnt', ablehnung = ${body.ablehnung}, beantwortet_von = ${actor.kontoId},
      beantwortet_am = now()
    where kreis_id = ${kreisId} and id = ${wunschId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'oeffnung.abgelehnt',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { wunschId, ablehnung: body.ablehnung },
  });
  await sendNachricht(tx, {
    kreisId,
    an: [wunsch.von],
    art: 'oeffnung.abgelehnt',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { nummer: fall.nummer, ablehnung: body.ablehnung },
  });
}
