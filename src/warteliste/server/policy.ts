import type { Abilities } from '#src/platform/server/http.ts';

/** Case managers keep the list of their Träger; the Koordination sees who waits where, by number. */
export const wartelisteAbilities: Abilities = {
  'warteliste.lesen': ['casemanager', 'koordination'],
  'warteliste.fuehren': ['casemanager'],
};
