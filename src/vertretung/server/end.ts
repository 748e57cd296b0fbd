import { sql } from 'kysely';
import { addDays, today } from '#src/platform/day.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { vertretungContract } from '../contract.ts';
import { loadAbwesenheit } from './load.ts';
import { endVertretung } from './write.ts';

/** Back again: what lies ahead is taken back, what has begun ends with yesterday; the substitute's access ends at once. */
export async function endAbwesenheit(
  call: Call<typeof vertretungContract.endAbwesenheit>,
): Promise<undefined> {
  const { tx, deps, params } = call;
  const { kreisId, abwesenheitId } = params;
  const abwesenheit = await loadAbwesenheit(tx, kreisId, abwesenheitId);
  const heute = today(deps.now());
  await endVertretung(tx, kreisId, abwesenheitId);
  // What has begun stays with the days it lasted.
  if (abwesenheit.von < heute) {
    await tx.run(sql`
      update abwesenheit set bis = least(bis, ${addDays(heute, -1)}::date)
      where kreis_id = ${kreisId} and id = ${abwesenheitId}`);
  } else {
    await tx.run(sql`delete from abwesenheit where kreis_id = ${kreisId} and id = ${abwesenheitId}`);
  }
  await recordEreignis(tx, {
    kreisId,
    art: 'abwesenheit.beendet',
    gegenstand: 'abwesenheit',
    gegenstandId: abwesenheitId,
    daten: { am: heute },
  });
}
