import type { Abilities } from '#src/platform/server/http.ts';
import type { Actor } from '#src/platform/server/actor.ts';

/** Counting needs no list: who counts sees figures, never a case by this ability alone. */
export const auswertungAbilities: Abilities = {
  'auswertung.zaehlen': [
    'koordination',
    'verwaltungsassistenz',
    'ki_leitung',
    'casemanager',
    'traegerleitung',
  ],
};

const imKreis = new Set(['koordination', 'verwaltungsassistenz', 'ki_leitung']);
const amTraeger = new Set(['casemanager', 'traegerleitung']);

/** What an actor may count in a Kreis: everything, or the cases of some regions together with those of some Träger. */
export type Zaehlumfang =
  | { readonly art: 'kreis' }
  | { readonly art: 'teil'; readonly regionIds: readonly string[]; readonly traegerIds: readonly string[] };

/** Case managers and line managers count their own Träger, a regional coordination its region. */
export function zaehlumfang(actor: Actor, kreisId: string): Zaehlumfang {
  const rollen = actor.rollen.filter((r) => r.kreisId === kreisId);
  const kreis = rollen.filter((r) => imKreis.has(r.rolle));
  if (kreis.some((r) => r.regionId === null)) return { art: 'kreis' };
  return {
    art: 'teil',
    regionIds: [...new Set(kreis.flatMap((r) => r.regionId ?? []))],
    traegerIds: [...new Set(rollen.filter((r) => amTraeger.has(r.rolle)).flatMap((r) => r.traegerId ?? []))],
  };
}

/**
 * Only the Koordination sees by number all that it counts. Case managers count the Träger but see their own cases, so a
 * list behind the figure would not fit it.
 */
export function mayOpenListe(actor: Actor, kreisId: string): boolean {
  return actor.rollen.some((r) => r.kreisId === kreisId && r.rolle === 'koordination');
}
