import { liestAkte } from '#src/fall/server/policy.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/** Only those who work on a case, or to whom it is open, know the title of its person; the Koordination counts groups. */
export const aufenthaltAbilities: Abilities = {
  'aufenthalt.lesen': liestAkte,
  'aufenthalt.aendern': ['casemanager'],
};
