import type { Abilities } from '#src/platform/server/http.ts';

/** Blank papers and notices are for everyone who sees the texts and places they are made of; named ones for their team. */
export const papierAbilities: Abilities = {
  'papier.drucken': [
    'casemanager',
    'casemanager_abh',
    'koordination',
    'verwaltungsassistenz',
    'ki_leitung',
    'traegerleitung',
    'datenschutz',
    'administration',
  ],
  'papier.termin': ['casemanager'],
  'papier.person': ['casemanager'],
};
