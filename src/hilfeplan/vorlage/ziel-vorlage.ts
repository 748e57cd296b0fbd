import type { SchrittAkteur } from '../plan.ts';

interface Satz {
  readonly de: string;
  readonly en: string;
}

/** A goal to start from: what is to be reached, by what both see it, and who does what for it. */
export interface ZielVorlage {
  readonly id: string;
  /** Common key of the area of life. */
  readonly lebensbereich: string;
  readonly text: Satz;
  readonly indikator: Satz;
  readonly schritt: readonly { readonly text: Satz; readonly akteur: SchrittAkteur }[];
}

type Schritt = readonly [akteur: SchrittAkteur, de: string, en: string];

/** Builds a template out of German and English sentences in pairs. */
export function ziel(
  id: string,
  lebensbereich: string,
  text: readonly [de: string, en: string],
  indikator: readonly [de: string, en: string],
  schritt: readonly Schritt[],
): ZielVorlage {
  return {
    id,
    lebensbereich,
    text: { de: text[0], en: text[1] },
    indikator: { de: indikator[0], en: indikator[1] },
    schritt: schritt.map(([akteur, de, en]) => ({ akteur, text: { de, en } })),
  };
}
