import { liestAkte } from '#src/fall/server/policy.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/** A plan is made by those who work with the person; the Koordination counts reached goals, and reads them where the case is open to it. */
export const hilfeplanAbilities: Abilities = {
  'hilfeplan.lesen': liestAkte,
  'hilfeplan.bearbeiten': ['casemanager'],
};
