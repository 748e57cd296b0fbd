import type { Abilities } from '#src/platform/server/http.ts';

/** Only those who work on a case know the title of its person; the Koordination counts groups. */
export const aufenthaltAbilities: Abilities = {
  'aufenthalt.lesen': ['casemanager'],
  'aufenthalt.aendern': ['casemanager'],
};
