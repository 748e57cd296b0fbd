import type { Abilities } from '#src/platform/server/http.ts';

export const begleitungAbilities: Abilities = {
  'doppelbetreuung.vermitteln': ['koordination'],
};
