import { sql } from 'kysely';
import { requireFreigabe } from '#src/einwilligung/server/require-freigabe.ts';
import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import { recordEreignis } from '#src/protokoll/server/record-ereignis.ts';
import type { weitergabeContract } from '../contract.ts';
import { loadWeitergabe } from './load.ts';

/** Logs that what was prepared has left the house; the release must hold at this very moment. */
export async function giveWeitergabe(
  call: Call<typeof weitergabeContract.giveWeitergabe>,
): Promise<undefined> {
  const { tx, deps, params } = call;
  const weitergabe = await loadWeitergabe(tx, deps.schluessel, params);
  if (weitergabe.stand !== 'vorbereitet') throw new Refusal(`weitergabe-${weitergabe.stand}`, 409);
  const am = today(deps.now());
  await requireFreigabe(tx, params.kreisId, params.personId, { ...weitergabe, am });
  await tx.run(sql`
    update weitergabe set stand = 'gegeben', gegeben_am = now()
    where kreis_id = ${params.kreisId} and id = ${params.weitergabeId}`);
  await recordEreignis(tx, {
    kreisId: params.kreisId,
    art: 'weitergabe.gegeben',
    gegenstand: 'person',
    gegenstandId: params.personId,
    daten: { weitergabeId: params.weitergabeId, stelleId: weitergabe.stelleId, inhalt: weitergabe.inhalt },
  });
}
