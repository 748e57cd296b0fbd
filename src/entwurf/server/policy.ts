import type { Abilities } from '#src/platform/server/http.ts';

/** Drafts are kept for those who fill in forms; nobody else can leave a name on the server. */
export const entwurfAbilities: Abilities = {
  'entwurf.sichern': [
    'casemanager',
    'casemanager_abh',
    'koordination',
    'verwaltungsassistenz',
    'traegerleitung',
    'datenschutz',
    'administration',
    'notzugriff',
    'partner',
  ],
};
