import type { Ausstattung, Standort } from './contract.ts';
import { ausstattung } from './contract.ts';

export type StandortHinweis = 'kein_geschuetzter_raum' | 'transportbehaeltnis_fehlt' | 'ausstattung_fehlt';

/**
 * What a place lacks: a protected room everywhere (Konzept Kreis Unna 2.2), and for counselling outside the equipment of
 * 4.1, of which the container for files in transit is named on its own.
 */
export function standortHinweise(
  standort: Pick<Standort, 'art' | 'ausstattung' | 'raum'>,
): StandortHinweis[] {
  const hinweise: StandortHinweis[] = [];
  if (!standort.raum.some((raum) => raum.geschuetzt)) hinweise.push('kein_geschuetzter_raum');
  if (standort.art === 'extern') {
    const fehlt = fehlendeAusstattung(standort);
    if (fehlt.includes('transportbehaeltnis')) hinweise.push('transportbehaeltnis_fehlt');
    if (fehlt.some((each) => each !== 'transportbehaeltnis')) hinweise.push('ausstattung_fehlt');
  }
  return hinweise;
}

/** What of the checklist is not there. */
export function fehlendeAusstattung(standort: Pick<Standort, 'ausstattung'>): Ausstattung[] {
  return ausstattung.options.filter((each) => !standort.ausstattung.includes(each));
}

/** Sum of shares in per cent; anything but 100 leaves hours without a place or gives them away twice. */
export function sumProzent(anteile: readonly { readonly prozent: number }[]): number {
  return anteile.reduce((sum, { prozent }) => sum + prozent, 0);
}
