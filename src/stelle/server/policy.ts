import { hasRolle, type Actor, type RolleName } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

const pflegt: readonly RolleName[] = ['casemanager', 'koordination', 'verwaltungsassistenz'];

/** Whoever works in the Kreis may look up a partner; those who agree the routes write them down. */
export const stelleAbilities: Abilities = {
  'stelle.lesen': [
    ...pflegt,
    'casemanager_abh',
    'ki_leitung',
    'traegerleitung',
    'abh_ebh',
    'datenschutz',
    'administration',
  ],
  'stelle.pflegen': pflegt,
};

export function mayChangeStelle(actor: Actor, kreisId: string): boolean {
  return hasRolle(actor, pflegt, kreisId);
}
