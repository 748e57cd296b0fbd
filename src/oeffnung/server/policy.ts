import type { Abilities } from '#src/platform/server/http.ts';

/** Whoever works on a case opens it; the Koordination asks. */
export const oeffnungAbilities: Abilities = {
  'oeffnung.geben': ['casemanager'],
  'oeffnung.bitten': ['koordination'],
};
