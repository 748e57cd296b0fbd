import { sql } from 'kysely';
import { loadFall, type GeladenerFall } from '#src/fall/server/load.ts';
import { today } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Call } from '#src/platform/server/http.ts';
import type { Key } from '#src/platform/server/siegel.ts';
import type { Endpoint } from '#src/platform/contract.ts';

/** A case under the hand of somebody who works on it, with the key that opens its words. */
export interface UmfeldFall extends GeladenerFall {
  readonly kreisId: string;
  readonly key: Key;
}

type InFall = Pick<Call<Endpoint>, 'tx' | 'actor' | 'deps'> & {
  readonly params: { readonly kreisId: string; readonly fallId: string };
};

/** Loads a case in scope, locked, with its key; `fall-abgeschlossen` where it is closed today. */
export async function loadUmfeldFall({ tx, actor, deps, params }: InFall): Promise<UmfeldFall> {
  const { kreisId, fallId } = params;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  const heute = today(deps.now());
  const zu = await tx.first(sql`
    select 1 from fall_status where kreis_id = ${kreisId} and fall_id = ${fallId} and ersetzt_am is null
      and status = 'abgeschlossen' and gueltig_ab <= ${heute}::date
      and (gueltig_bis is null or gueltig_bis > ${heute}::date)`);
  if (zu) throw new Refusal('fall-abgeschlossen', 409);
  return {
    ...fall,
    kreisId,
    key: await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel),
  };
}
