import type { Abilities } from '#src/platform/server/http.ts';

/** Whoever can be told something; everyone reads the own inbox only. */
export const nachrichtAbilities: Abilities = {
  'nachricht.lesen': [
    'casemanager',
    'casemanager_abh',
    'koordination',
    'verwaltungsassistenz',
    'traegerleitung',
    'datenschutz',
    'notzugriff',
  ],
};
