import { hasRolle, type Actor, type RolleName } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

const pflegt: readonly RolleName[] = ['casemanager', 'koordination', 'verwaltungsassistenz'];

/** Whoever works in the Kreis looks offers up; the case managers keep the lists (Konzept Kreis Unna 4.2). */
export const angebotAbilities: Abilities = {
  'angebot.lesen': [
    ...pflegt,
    'casemanager_abh',
    'ki_leitung',
    'traegerleitung',
    'abh_ebh',
    'datenschutz',
    'administration',
  ],
  'angebot.pflegen': pflegt,
};

export function mayChangeAngebot(actor: Actor, kreisId: string): boolean {
  return hasRolle(actor, pflegt, kreisId);
}
