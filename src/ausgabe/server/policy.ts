import type { Abilities } from '#src/platform/server/http.ts';

/** Who watches over what leaves: the officer for data protection, of the Kreis or of one Träger (policy of the table). */
export const ausgabeAbilities: Abilities = { 'ausgabe.lesen': ['datenschutz'] };
