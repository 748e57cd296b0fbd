import { hasRolle, type Actor, type RolleName } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

const pflegt: readonly RolleName[] = ['koordination', 'verwaltungsassistenz'];

/** Whoever reads figures may read what explains them. */
export const lageAbilities: Abilities = {
  'lage.lesen': [...pflegt, 'ki_leitung', 'casemanager', 'casemanager_abh', 'traegerleitung'],
  'lage.pflegen': pflegt,
};

export function mayChangeLage(actor: Actor, kreisId: string): boolean {
  return hasRolle(actor, pflegt, kreisId);
}
