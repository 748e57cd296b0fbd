import { hasRolle, type Actor } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

export const dubletteAbilities: Abilities = {
  'dublette.suchen': ['casemanager'],
  'dublette.zusammenfuehren': ['casemanager'],
};

/** Duplicates are looked for at one's own Träger only; elsewhere nobody may learn who is counselled. */
export function maySearchAt(actor: Actor, kreisId: string, traegerId: string): boolean {
  return (
    hasRolle(actor, ['casemanager'], kreisId) &&
    actor.rollen.some((r) => r.kreisId === kreisId && r.rolle === 'casemanager' && r.traegerId === traegerId)
  );
}
