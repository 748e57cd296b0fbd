import type {
  Baustein3,
  Fallzahlen,
  Kontakte,
  KontaktmerkmalTabelle,
  MerkmalTabelle,
  Stellen,
} from './tabelle.ts';

/** A cell as it is printed, with its footnotes and the filter of the list behind its figure. */
export interface PapierZelle {
  readonly wert: string | number | null | { readonly day: string } | { readonly percent: number };
  readonly fussnoten?: readonly number[];
  readonly liste?: Liste;
}

/** The list of cases or contacts that a figure counts: its page and filter. */
export interface Liste {
  readonly seite: 'fall' | 'sonstiger_kontakt';
  readonly filter: Readonly<Record<string, string>>;
}

/** A table in one language, ready for page, paper, sheet and terminal: the same cells everywhere. */
export interface Papier {
  readonly titel: string;
  readonly untertitel: string;
  readonly spalten: readonly { readonly titel: string; readonly zahl: boolean }[];
  readonly zeilen: readonly { readonly zellen: readonly PapierZelle[]; readonly summe: boolean }[];
  /** How it was counted, and what a reader must know: sentences. */
  readonly text: string;
  readonly notizen: readonly string[];
  readonly fussnoten: readonly { readonly nr: number; readonly text: string }[];
}

export type Auswertung =
  | { readonly tabelle: 'fallzahlen'; readonly daten: Fallzahlen }
  | { readonly tabelle: 'kontakte'; readonly daten: Kontakte }
  | { readonly tabelle: 'merkmal'; readonly daten: MerkmalTabelle }
  | { readonly tabelle: 'kontaktmerkmal'; readonly daten: KontaktmerkmalTabelle }
  | { readonly tabelle: 'baustein3'; readonly daten: Baustein3 }
  | { readonly tabelle: 'stellen'; readonly daten: Stellen };
