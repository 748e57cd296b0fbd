import type { Abilities } from '#src/platform/server/http.ts';

/**
 * The Koordination mediates hand-overs in its area by number; case managers give away what they work on. Which cases
 * these are says seesFall of src/fall.
 */
export const uebergabeAbilities: Abilities = {
  'uebergabe.ausfuehren': ['koordination', 'casemanager'],
  'uebergabe.lesen': ['koordination', 'verwaltungsassistenz', 'ki_leitung', 'casemanager', 'traegerleitung'],
};
