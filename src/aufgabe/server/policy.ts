import { liestAkte } from '#src/fall/server/policy.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/** Tasks are of those who work on the case; others see them where the case is open to them. */
export const aufgabeAbilities: Abilities = {
  'aufgabe.lesen': liestAkte,
  'aufgabe.schreiben': ['casemanager'],
};
