import { hasRolle, type Actor } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/** Places, Träger and lists are ground data: any account with a role in the Kreis may read them. */
export const kreisAbilities: Abilities = {
  'kreis.lesen': [
    'casemanager',
    'casemanager_abh',
    'koordination',
    'verwaltungsassistenz',
    'ki_leitung',
    'traegerleitung',
    'abh_ebh',
    'lenkungskreis',
    'controlling',
    'ministerium',
    'datenschutz',
    'administration',
    'uebernahme',
    'partner',
    'notzugriff',
  ],
};

/** Names of colleagues are for those who work with them. */
export function maySeeCasemanager(actor: Actor, kreisId: string): boolean {
  return hasRolle(
    actor,
    [
      'casemanager',
      'casemanager_abh',
      'koordination',
      'verwaltungsassistenz',
      'ki_leitung',
      'traegerleitung',
      'administration',
      'uebernahme',
      'notzugriff',
    ],
    kreisId,
  );
}
