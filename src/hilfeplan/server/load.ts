import { sql } from 'kysely';
import { loadFall, type GeladenerFall } from '#src/fall/server/load.ts';
import { today, type Day } from '#src/platform/day.ts';
import { Refusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import type { Deps } from '#src/platform/server/http.ts';
import type { Key } from '#src/platform/server/siegel.ts';

/** Where the words of a plan lie, and the key that opens them. */
export interface PlanOrt {
  readonly kreisId: string;
  readonly fallId: string;
  readonly key: Key;
}

/** A case whose plan may be changed today, locked. */
export interface GeladenerPlanFall extends PlanOrt {
  readonly fall: GeladenerFall;
  readonly heute: Day;
}

/** Loads a case for a change of its plan; a closed one is taken up again first. */
export async function loadPlanFall(call: {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly deps: Deps;
  readonly params: { readonly kreisId: string; readonly fallId: string };
}): Promise<GeladenerPlanFall> {
  const { tx, actor, deps, params } = call;
  const { kreisId, fallId } = params;
  const fall = await loadFall(tx, actor, kreisId, fallId);
  const heute = today(deps.now());
  if (await isAbgeschlossen(tx, kreisId, fallId, heute)) throw new Refusal('fall-abgeschlossen', 409);
  const key = await deps.schluessel.personKey(tx, kreisId, fall.traegerId, fall.schluessel);
  return { kreisId, fallId, key, fall, heute };
}

/** True when the case is closed on the day, as it is known now. */
export async function isAbgeschlossen(tx: Tx, kreisId: string, fallId: string, am: Day): Promise<boolean> {
  const row = await tx.first(sql<{ status: string }>`
    select s.status from fall_status s
    where s.kreis_id = ${kreisId} and s.fall_id = ${fallId} and s.ersetzt_am is null and s.gueltig_ab <= ${am}::date
      and (s.gueltig_bis is null or s.gueltig_bis > ${am}::date)`);
  return row?.status === 'abgeschlossen';
}
