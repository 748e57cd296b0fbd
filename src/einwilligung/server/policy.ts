import type { Abilities } from '#src/platform/server/http.ts';

/** Whoever works with a person takes the signature, shows it again and takes the withdrawal; nobody else. */
export const einwilligungAbilities: Abilities = {
  'einwilligung.lesen': ['casemanager'],
  'einwilligung.aufnehmen': ['casemanager'],
};
