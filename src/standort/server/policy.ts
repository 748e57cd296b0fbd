import { hasRolle, type Actor, type RolleName } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

const imKreis: readonly RolleName[] = ['koordination', 'verwaltungsassistenz'];

/** Places are known to all who work in the Kreis; hours are distributed together with the Kreis. */
export const standortAbilities: Abilities = {
  'standort.lesen': [
    ...imKreis,
    'casemanager',
    'casemanager_abh',
    'ki_leitung',
    'traegerleitung',
    'datenschutz',
    'administration',
  ],
  'standort.pflegen': [...imKreis, 'casemanager'],
  'stundenanteil.setzen': imKreis,
};

/** A case manager keeps the places of the own Träger, the office of the Kreis all of them. */
export function mayChangeStandort(actor: Actor, kreisId: string, traegerId: string): boolean {
  return (
    hasRolle(actor, imKreis, kreisId) ||
    actor.rollen.some((r) => r.kreisId === kreisId && r.rolle === 'casemanager' && r.traegerId === traegerId)
  );
}

export function maySetStundenanteil(actor: Actor, kreisId: string): boolean {
  return hasRolle(actor, imKreis, kreisId);
}
