import { hasRolle, type Actor, type RolleName } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

const pflegt: readonly RolleName[] = ['casemanager', 'koordination', 'verwaltungsassistenz'];

/** Whoever works in the Kreis sees where its case management takes part; those who went write it down. */
export const netzwerktreffenAbilities: Abilities = {
  'netzwerktreffen.lesen': [
    ...pflegt,
    'casemanager_abh',
    'ki_leitung',
    'traegerleitung',
    'datenschutz',
    'administration',
  ],
  'netzwerktreffen.pflegen': pflegt,
};

export function mayChangeNetzwerktreffen(actor: Actor, kreisId: string): boolean {
  return hasRolle(actor, pflegt, kreisId);
}
