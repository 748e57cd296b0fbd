import type { Abilities } from '#src/platform/server/http.ts';

/** One officer per Träger opens; the data protection officer sees that and why. */
export const notzugriffAbilities: Abilities = {
  'notzugriff.oeffnen': ['notzugriff'],
  'notzugriff.lesen': ['notzugriff', 'datenschutz'],
};
