import type { Abilities } from '#src/platform/server/http.ts';

/** Written by those who work on the case, reviewed by the Koordination, read by the Kreis once it is released. */
export const erfolgsberichtAbilities: Abilities = {
  'erfolgsbericht.schreiben': ['casemanager'],
  'erfolgsbericht.pruefen': ['koordination'],
  'erfolgsbericht.lesen': ['casemanager', 'koordination', 'ki_leitung', 'traegerleitung', 'lenkungskreis'],
};
