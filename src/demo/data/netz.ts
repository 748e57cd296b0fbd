import type { Day } from '#src/platform/day.ts';
import type { Ausstattung } from '#src/standort/contract.ts';
import type { StelleArt } from '#src/stelle/contract.ts';

export interface StelleDemo {
  readonly name: string;
  readonly art: StelleArt;
  readonly kommune?: string;
  readonly ansprechpartner?: string;
  readonly telefon?: string;
  readonly email?: string;
  readonly weg?: string;
  /** Without it the route is not agreed yet. */
  readonly vereinbartAm?: Day;
  readonly gueltigBis?: Day;
}

export interface ZusteuerungDemo {
  readonly rang: number;
  readonly bezeichnung: string;
  readonly ab: Day;
  readonly kommune?: string;
  readonly wohnform?: string;
  readonly bedarf?: 'einfach' | 'komplex';
  readonly zugang?: string;
  /** Name of a partner office; without it the case management at the place. */
  readonly stelle?: string;
}

export interface StandortDemo {
  readonly traeger: string;
  readonly name: string;
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
  readonly oeffnung: string;
  readonly ausstattung?: readonly Ausstattung[];
  readonly raum?: readonly (readonly [name: string, geschuetzt: boolean])[];
  readonly prozent?: number;
}

export interface NetzDemo {
  readonly stelle: readonly StelleDemo[];
  readonly zusteuerung: readonly ZusteuerungDemo[];
  readonly lage: readonly { readonly am: Day; readonly bis?: Day; readonly bezeichnung: string }[];
  readonly standort: readonly StandortDemo[];
}

export const alles: readonly Ausstattung[] = [
  'laptop',
  'mobiltelefon',
  'transportbehaeltnis',
  'schrank',
  'drucker',
];
export const werktags = 'Mo bis Do 8.30 bis 16 Uhr, Fr 8.30 bis 12.30 Uhr';
