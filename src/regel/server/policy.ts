import { hasRolle, type Actor } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/** Everyone who works by the rules may read them; the coordination of the whole Kreis and the administration set them. */
export const regelAbilities: Abilities = {
  'regel.lesen': [
    'casemanager',
    'casemanager_abh',
    'koordination',
    'verwaltungsassistenz',
    'ki_leitung',
    'traegerleitung',
    'controlling',
    'datenschutz',
    'administration',
  ],
  'regel.setzen': ['koordination', 'administration'],
};

/** A coordination of one region reads the rules of the Kreis but does not change them for the others. */
export function maySetRegel(actor: Actor, kreisId: string): boolean {
  return (
    hasRolle(actor, ['administration'], kreisId) ||
    actor.rollen.some((r) => r.kreisId === kreisId && r.rolle === 'koordination' && r.regionId === null)
  );
}
