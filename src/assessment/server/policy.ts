import type { Abilities } from '#src/platform/server/http.ts';

/** Needs and words of a person are for those who work on the case; the Koordination gets figures. */
export const assessmentAbilities: Abilities = {
  'assessment.lesen': ['casemanager'],
  'assessment.erfassen': ['casemanager'],
};
