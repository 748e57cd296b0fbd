import type { Abilities } from '#src/platform/server/http.ts';

/** Whoever works on the case writes notes; who reads one says its level, in the policies of the table. */
export const notizAbilities: Abilities = {
  'notiz.schreiben': ['casemanager'],
  'notiz.suchen': ['casemanager'],
};
