import type { Abilities } from '#src/platform/server/http.ts';

/** Whoever works with the person answers her; the officer and the head of the Träger see codes and numbers and release. */
export const ersuchenAbilities: Abilities = {
  'ersuchen.lesen': ['casemanager', 'datenschutz', 'traegerleitung'],
  'ersuchen.aufnehmen': ['casemanager', 'datenschutz'],
  'ersuchen.inhalt': ['casemanager'],
  'ersuchen.freigeben': ['datenschutz', 'traegerleitung'],
};
