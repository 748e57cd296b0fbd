import type { Abilities } from '#src/platform/server/http.ts';

/** A plan is made by those who work with the person; the Koordination counts reached goals and reads none. */
export const hilfeplanAbilities: Abilities = {
  'hilfeplan.lesen': ['casemanager'],
  'hilfeplan.bearbeiten': ['casemanager'],
};
