import type { Abilities } from '#src/platform/server/http.ts';

/** The team of a Träger works on its Anfragen together; the Koordination reads those of its region. */
export const anfrageAbilities: Abilities = {
  'anfrage.lesen': ['casemanager', 'koordination'],
  'anfrage.bearbeiten': ['casemanager'],
};
