import type { Abilities } from '#src/platform/server/http.ts';

/** Open hours are known to everyone who may have to name them; a team keeps its own. */
export const sprechstundeAbilities: Abilities = {
  'sprechstunde.lesen': ['casemanager', 'koordination', 'verwaltungsassistenz'],
  'sprechstunde.pflegen': ['casemanager'],
};
