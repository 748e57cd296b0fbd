import { sql } from 'kysely';
import { Refusal } from '#src/platform/refusal.ts';
import type { Actor } from '#src/platform/server/actor.ts';
import type { Tx } from '#src/platform/server/db.ts';
import { mostFaktoren } from '../rules.ts';
import { countFaktoren } from './list-wege.ts';
import { lockFaktoren } from './lock.ts';

/**
 * Before anything about the factors of the own account changes: in line, and never from a session that did not pass the
 * second step while the account has one. Runs as lotse_anmeldung; how many factors there are.
 */
export async function prepareChange(tx: Tx, actor: Actor): Promise<number> {
  await lockFaktoren(tx, actor);
  const anzahl = await countFaktoren(tx, actor);
  if (anzahl > 0 && actor.stufe < 2) throw new Refusal('anmeldung-noetig', 401);
  return anzahl;
}

/** As prepareChange, for one more. */
export async function prepareMore(tx: Tx, actor: Actor): Promise<number> {
  const anzahl = await prepareChange(tx, actor);
  if (anzahl >= mostFaktoren) throw new Refusal('faktor-zu-viele');
  return anzahl;
}

/** Sign-in name and name of the own account. Runs as lotse_anmeldung. */
export function readNames(tx: Tx, { kreisId, kontoId }: Actor) {
  return tx.one(sql<{ anmeldename: string; name: string }>`
    select anmeldename, name from konto where kreis_id = ${kreisId} and id = ${kontoId}`);
}
