import type { BlattZuordnung } from '../contract.ts';
import type { Feld } from '../feld.ts';
import type { Vokabular } from '../vokabular.ts';
import type { FallZeile } from './read-fall.ts';
import type { KontaktZeile } from './read-kontakt.ts';
import type { SheetFinding } from './read-sheet.ts';

/** What the worker is asked to do with a file: say what it holds, or read the rows of the mapped sheets. */
export type ParseJob =
  | { readonly art: 'befund'; readonly bytes: Uint8Array }
  | {
      readonly art: 'zeilen';
      readonly bytes: Uint8Array;
      readonly blatt: readonly BlattZuordnung[];
      readonly vokabular: Vokabular;
      /** Kommune of contacts in sheets without a place. */
      readonly kommuneId: string | null;
      readonly heute: string;
    };

/** Headings by field, as the spreadsheet shows them. */
type Titel = readonly (readonly [Feld, string])[];

/** Some rows of one sheet; the last batch of a sheet may be empty. */
export type Batch =
  | {
      readonly art: 'fall';
      readonly blatt: string;
      readonly titel: Titel;
      readonly zeilen: readonly FallZeile[];
      /** Rows that are no case by their class: single and referral counselling. */
      readonly kontakte: readonly KontaktZeile[];
    }
  | {
      readonly art: 'kontakt';
      readonly blatt: string;
      readonly titel: Titel;
      readonly zeilen: readonly KontaktZeile[];
    };

export type WorkerMessage =
  | Batch
  | { readonly art: 'befund'; readonly blatt: readonly SheetFinding[] }
  | { readonly art: 'ende' }
  | { readonly art: 'fehler'; readonly code: string; readonly detail: string };
