import type { Abilities } from '#src/platform/server/http.ts';

/** No secret: everybody with a role in the Kreis may know what every role may. */
export const rechteAbilities: Abilities = {
  'rechte.lesen': [
    'casemanager',
    'casemanager_abh',
    'koordination',
    'verwaltungsassistenz',
    'ki_leitung',
    'traegerleitung',
    'abh_ebh',
    'lenkungskreis',
    'controlling',
    'ministerium',
    'datenschutz',
    'administration',
    'uebernahme',
    'notzugriff',
  ],
};
