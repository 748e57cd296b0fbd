import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { terminContract } from '../contract.ts';
import { insertTermin, requirePossible } from './write.ts';

type Record = typeof terminContract.recordTermin;

/** Makes an appointment. */
export async function recordTermin({ tx, actor, deps, params, body }: Call<Record>): Promise<Answer<Record>> {
  await requirePossible(tx, actor, params.kreisId, body, null, deps.now());
  return { terminId: await insertTermin(tx, params.kreisId, body) };
}
