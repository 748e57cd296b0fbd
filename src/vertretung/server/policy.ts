import type { Abilities } from '#src/platform/server/http.ts';

/** The team and the Koordination see who is away; everyone records only the own absence. */
export const vertretungAbilities: Abilities = {
  'abwesenheit.lesen': ['casemanager', 'koordination'],
  'abwesenheit.pflegen': ['casemanager'],
};
