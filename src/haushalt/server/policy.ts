import type { Abilities } from '#src/platform/server/http.ts';

/** Household, linked cases and actors are the business of those who work on the case. */
export const umfeldAbilities: Abilities = {
  'umfeld.lesen': ['casemanager'],
  'umfeld.aendern': ['casemanager'],
};
