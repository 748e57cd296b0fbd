import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { weitergabeContract } from '../contract.ts';
import { loadWeitergabe } from './load.ts';

/** Keeps back what was prepared; stopping it again does no harm. */
export async function stopWeitergabe(
  call: Call<typeof weitergabeContract.stopWeitergabe>,
): Promise<undefined> {
  const { tx, deps, params } = call;
  const { stand } = await loadWeitergabe(tx, deps.schluessel, params);
  if (stand === 'gegeben') throw new Refusal('weitergabe-gegeben', 409);
  if (stand === 'gestoppt') return;
  await tx.run(sql`
    update weitergabe set stand = 'gestoppt', gestoppt_am = now()
    where kreis_id = ${params.kreisId} and id = ${params.weitergabeId}`);
  await recordEreignis(tx, {
    kreisId: params.kreisId,
    art: 'weitergabe.gestoppt',
    gegenstand: 'person',
    gegenstandId: params.personId,
    daten: { weitergabeId: params.weitergabeId },
  });
}
