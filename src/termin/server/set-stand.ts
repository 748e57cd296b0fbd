import { sql } from 'kysely';
import type { Answer } from '#src/platform/contract.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { requireFassung } from '#src/platform/server/require-fassung.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { terminContract } from '../contract.ts';
import { standRefusal } from '../rules.ts';
import { loadTermin } from './load.ts';
import { gegenstandOf, insertTermin, requirePossible } from './write.ts';

type Set = typeof terminContract.setTerminStand;

/** Says what became of an appointment; cancelled or missed, the next one can be made in the same step. */
export async function setTerminStand({ tx, actor, deps, params, body }: Call<Set>): Promise<Answer<Set>> {
  const { kreisId, terminId } = params;
  const termin = await loadTermin(tx, kreisId, terminId);
  requireFassung({ fassung: termin.fassung }, { fassung: body.fassung });
  const refused = standRefusal(body.stand, termin.beginn, deps.now());
  if (refused !== undefined) throw new Refusal(refused, 422);
  await tx.run(sql`
    update termin set stand = ${body.stand}, fassung = fassung + 1 where kreis_id = ${kreisId} and id = ${terminId}`);
  await recordEreignis(tx, {
    kreisId,
    art: 'termin.stand',
    ...gegenstandOf(termin, terminId),
    daten: { terminId, stand: body.stand },
  });
  let ersatzId: string | null = null;
  if (body.ersatz !== null) {
    await requirePossible(tx, actor, kreisId, body.ersatz, null, deps.now());
    ersatzId = await insertTermin(tx, kreisId, body.ersatz);
  }
  return { fassung: termin.fassung + 1, ersatzId };
}
