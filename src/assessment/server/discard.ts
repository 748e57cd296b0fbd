import { sql } from 'kysely';
import { today } from '#src/platform/day.ts';
import { notFound, Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { assessmentContract } from '../contract.ts';
import { loadOpenFall } from './load.ts';

/** Takes a begun round away; a completed one stays. */
export async function discardAssessment(
  call: Call<typeof assessmentContract.discardAssessment>,
): Promise<undefined> {
  const { tx, actor, deps, params } = call;
  const { kreisId, fallId, assessmentId } = params;
  await loadOpenFall(tx, actor, params, today(deps.now()));
  const row = await tx.first(sql<{ runde: number; stand: string }>`
    select runde, stand from assessment
    where kreis_id = ${kreisId} and fall_id = ${fallId} and id = ${assessmentId}`);
  if (!row) throw notFound();
  if (row.stand !== 'entwurf') throw new Refusal('assessment-abgeschlossen', 409);
  await tx.run(sql`delete from assessment where kreis_id = ${kreisId} and id = ${assessmentId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'assessment.verworfen',
    gegenstand: 'fall',
    gegenstandId: fallId,
    daten: { runde: row.runde },
  });
}
