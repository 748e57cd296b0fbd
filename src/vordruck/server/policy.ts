import { hasRolle, type Actor } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/**
 * Everyone at a Träger may word its texts. Releasing binds the Träger as controller, so it is left to its head, or to
 * the administration on its behalf.
 */
export const vordruckAbilities: Abilities = {
  'vordruck.lesen': [
    'casemanager',
    'traegerleitung',
    'koordination',
    'ki_leitung',
    'datenschutz',
    'administration',
  ],
  'vordruck.bearbeiten': ['casemanager', 'traegerleitung', 'administration'],
  'vordruck.freigeben': ['traegerleitung', 'administration'],
};

/** True for those who look after the texts of the whole Kreis; everyone else sees those of the own Träger. */
export function readsAllVordruck(actor: Actor, kreisId: string): boolean {
  return hasRolle(actor, ['koordination', 'ki_leitung', 'datenschutz', 'administration'], kreisId);
}

/** True for the team of the Träger, its head and the administration. */
export function mayEditVordruck(actor: Actor, kreisId: string, traegerId: string): boolean {
  return (
    hasRolle(actor, ['administration'], kreisId) || works(actor, traegerId, ['casemanager', 'traegerleitung'])
  );
}

/** True for the head of the Träger and the administration. */
export function mayReleaseVordruck(actor: Actor, kreisId: string, traegerId: string): boolean {
  return hasRolle(actor, ['administration'], kreisId) || works(actor, traegerId, ['traegerleitung']);
}

function works(actor: Actor, traegerId: string, rollen: readonly string[]): boolean {
  return actor.rollen.some((r) => r.traegerId === traegerId && rollen.includes(r.rolle));
}
