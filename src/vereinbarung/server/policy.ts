import { hasRolle, type Actor, type RolleName } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

const pflegt: readonly RolleName[] = ['casemanager', 'koordination', 'verwaltungsassistenz'];

/** Agreements are known to whoever refers people; those who make them write them down. */
export const vereinbarungAbilities: Abilities = {
  'vereinbarung.lesen': [
    ...pflegt,
    'casemanager_abh',
    'ki_leitung',
    'traegerleitung',
    'abh_ebh',
    'datenschutz',
    'administration',
  ],
  'vereinbarung.pflegen': pflegt,
};

export function mayChangeVereinbarung(actor: Actor, kreisId: string): boolean {
  return hasRolle(actor, pflegt, kreisId);
}
