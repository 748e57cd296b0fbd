import type { Abilities } from '#src/platform/server/http.ts';

/** Case management observes, the Koordination reads and notes its own; of the case it never learns. */
export const beobachtungAbilities: Abilities = {
  'beobachtung.lesen': ['casemanager', 'koordination'],
  'beobachtung.schreiben': ['casemanager', 'koordination'],
};
