import type { Abilities } from '#src/platform/server/http.ts';

/** Appointments are planned by the team of a Träger; the Koordination has no part in them. */
export const terminAbilities: Abilities = {
  'termin.lesen': ['casemanager'],
  'termin.planen': ['casemanager'],
  'kalender.abonnieren': ['casemanager'],
};
