import type { Abilities } from '#src/platform/server/http.ts';

/** Attachments are of those who work on the case; the Koordination sees none. */
export const dokumentAbilities: Abilities = {
  'dokument.lesen': ['casemanager'],
  'dokument.schreiben': ['casemanager'],
};
