import type { RolleName } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

const liest: readonly RolleName[] = [
  'casemanager',
  'casemanager_abh',
  'koordination',
  'verwaltungsassistenz',
  'ki_leitung',
  'traegerleitung',
  'datenschutz',
  'administration',
];

/** Whoever counsels or leads may know why somebody is sent where; the Koordination agrees the rules. */
export const zusteuerungAbilities: Abilities = {
  'zusteuerung.lesen': liest,
  'zusteuerung.vereinbaren': ['koordination'],
  'fokus_quote.lesen': [
    'casemanager',
    'koordination',
    'verwaltungsassistenz',
    'ki_leitung',
    'traegerleitung',
  ],
};
