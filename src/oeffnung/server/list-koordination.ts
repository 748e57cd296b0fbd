import { sql } from 'kysely';
import { listKoordination as koordinationOf } from '#src/nachricht/server/list-empfaenger.ts';
import type { Answer } from '#src/platform/contract.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { oeffnungContract } from '../contract.ts';
import { loadToOpen } from './load.ts';

type List = typeof oeffnungContract.listKoordination;

/** The Koordination that oversees the place of a case, by name. */
export async function listKoordination({ tx, params }: Call<List>): Promise<Answer<List>> {
  const { kreisId, fallId } = params;
  const { kommuneId } = await loadToOpen(tx, kreisId, fallId);
  const ids = await koordinationOf(tx, kreisId, kommuneId === null ? [] : [kommuneId]);
  return tx.all(sql<Answer<List>[number]>`
    select id, name from konto where kreis_id = ${kreisId} and id = any (${ids}::uuid[]) order by name`);
}
