import type { Abilities } from '#src/platform/server/http.ts';

/** Tasks are of those who work on the case; the Koordination sees none. */
export const aufgabeAbilities: Abilities = {
  'aufgabe.lesen': ['casemanager'],
  'aufgabe.schreiben': ['casemanager'],
};
