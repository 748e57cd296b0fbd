import type { RolleName } from '#src/platform/server/actor.ts';
import type { Abilities } from '#src/platform/server/http.ts';

/**
 * Who answers for the data of a Träger decides: its head, and the officer for data protection, for the Kreis or one Träger.
 * Never the administration of accounts, which sees no content. Whoever works on a case may hold its deletion up.
 */
const entscheidet: readonly RolleName[] = ['datenschutz', 'traegerleitung'];

export const loeschungAbilities: Abilities = {
  'loeschung.lesen': entscheidet,
  'loeschung.entscheiden': entscheidet,
  'aufbewahrung.lesen': ['casemanager'],
  'aufbewahrung.sperren': ['casemanager'],
};
