import type { Abilities } from '#src/platform/server/http.ts';

/** The protocol is for the data-protection officer alone; who read one's own client's file, for the Case Manager. */
export const protokollAbilities: Abilities = {
  'protokoll.lesen': ['datenschutz'],
  'zugriff.lesen': ['casemanager'],
};
