import type { Abilities } from '#src/platform/server/http.ts';

/** Importing is no part of any other role: it is given to an account for a time. */
export const uebernahmeAbilities: Abilities = { 'uebernahme.einlesen': ['uebernahme'] };
