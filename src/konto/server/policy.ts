import type { Abilities } from '#src/platform/server/http.ts';

/** Which accounts it reaches the database decides (verwaltet_konto): at one Träger, or in the whole Kreis. */
export const kontoAbilities: Abilities = { 'konto.verwalten': ['administration'] };
