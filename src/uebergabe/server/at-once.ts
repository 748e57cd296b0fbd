import { hasRolle, type Actor } from '#src/platform/server/actor.ts';
import type { UebergabeEingabe } from '../eingabe.ts';
import { movesAtOnce } from '../rules.ts';
import { worksFor } from './policy.ts';

/** Whether the account need ask nobody; that it sees the cases has been checked before. */
export function mayMoveAtOnce(
  actor: Actor,
  kreisId: string,
  vonTraegerId: string,
  { anTraegerId, grund }: Pick<UebergabeEingabe, 'anTraegerId' | 'grund'>,
): boolean {
  const beideSeiten = worksFor(actor, kreisId, vonTraegerId) && worksFor(actor, kreisId, anTraegerId);
  return movesAtOnce({ koordination: hasRolle(actor, ['koordination'], kreisId), beideSeiten }, grund);
}
