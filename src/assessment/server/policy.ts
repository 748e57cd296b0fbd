import { liestAkte } from '#src/fall/server/policy.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/** Needs and words of a person are for those who work on the case and to whom it is open; the Koordination gets figures. */
export const assessmentAbilities: Abilities = {
  'assessment.lesen': liestAkte,
  'assessment.erfassen': ['casemanager'],
};
