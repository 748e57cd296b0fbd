import type { Abilities } from '#src/platform/server/http.ts';

/** The sheet is for those who counsel. The Koordination gets figures, never a sheet or a risk estimate. */
export const erstberatungAbilities: Abilities = {
  'erstberatung.lesen': ['casemanager'],
  'erstberatung.erfassen': ['casemanager'],
};
