import { hasRolle, type Actor, type RolleName } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/** Who may open a file at all: whoever works on it, and whoever it may be open to; which one, the database says. */
export const liestAkte: readonly RolleName[] = ['casemanager', 'koordination', 'notzugriff'];

export const fallAbilities: Abilities = {
  'akte.lesen': liestAkte,
  'fall.lesen': ['casemanager', 'koordination'],
  'fall.aufnehmen': ['casemanager'],
  'fall.aendern': ['casemanager'],
};

/** What rights depend on: whether the actor works on the case, and whether there still is a person. */
export interface FallRecht {
  readonly eigen: boolean;
  readonly personId: string | null;
}

/** Whoever works on a case may change it; the Koordination sees it and changes nothing. */
export function mayChangeFall(fall: FallRecht): boolean {
  return fall.eigen && fall.personId !== null;
}

/** Closing needs no name: a case whose person is locked is closed by its number. */
export function mayCloseFall({ eigen }: Pick<FallRecht, 'eigen'>): boolean {
  return eigen;
}

/** A case leaves the Träger by those who work on it or by the Koordination that sees it. */
export function mayUebergeben(fall: FallRecht, actor: Actor, kreisId: string): boolean {
  return fall.personId !== null && (fall.eigen || hasRolle(actor, ['koordination'], kreisId));
}

/** A person is admitted for one's own Träger only. */
export function mayAdmitFor(actor: Actor, kreisId: string, traegerId: string): boolean {
  return actor.rollen.some(
    (r) => r.kreisId === kreisId && r.rolle === 'casemanager' && r.traegerId === traegerId,
  );
}
