import type { AkteurEingabe } from '#src/akteur/contract.ts';
import type { Bedarf, Bearbeitet, Selbststand } from '#src/assessment/runde.ts';
import type { Angaben, Bewertung, Helfer } from '#src/erstberatung/bogen.ts';
import type { BerichtInhalt } from '#src/erfolgsbericht/bericht.ts';
import type { HaushaltEingabe } from '#src/haushalt/contract.ts';
import type { SchrittAkteur, ZielStand } from '#src/hilfeplan/plan.ts';
import type { VermittlungDemo } from './vermittlungen.ts';

/** Where a contact took place; "hausbesuch" at home, "begleitung" at somebody else's office. */
export type KontaktWeg = 'buero' | 'hausbesuch' | 'begleitung' | 'telefon' | 'schriftlich';
export type KontaktDemo = readonly [
  vorTagen: number,
  weg: KontaktWeg,
  minuten: number,
  lebensbereich: string,
  notiz: string,
];

export interface BereichDemo {
  readonly code: string;
  readonly bedarf: Bedarf;
  /** The person's own view. */
  readonly sicht: 'keiner' | 'bedarf' | 'dringend';
  readonly worte?: string;
  readonly notiz?: string;
  readonly persoenlich?: string;
  readonly sozial?: string;
  readonly materiell?: string;
  readonly bearbeitet?: Bearbeitet;
}

export interface RundeDemo {
  readonly vorTagen: number;
  readonly gespraech: string;
  readonly bereich: readonly BereichDemo[];
  readonly selbststand: Selbststand;
}

interface SchrittDemo {
  readonly text: string;
  readonly akteur: SchrittAkteur;
  /** Whoever does a step of "dritte": an office of the directory, or a name. */
  readonly dritte?: string;
  /** Days from today; negative: before. */
  readonly faelligIn: number;
  /** Days ago when it was done; open without. */
  readonly erledigt?: number;
}

/** A goal made of a template (src/hilfeplan/vorlage.ts) and what became of it. */
export interface ZielDemo {
  readonly vorlage: string;
  readonly worte: string;
  readonly prioritaet: 1 | 2 | 3;
  /** Who does the steps that the template leaves to somebody else. */
  readonly dritte?: string;
  /** Days ago by which it was to be reached; negative: ahead. */
  readonly bis: number;
  /** Comes with version 2 only. */
  readonly neu?: true;
  /** Days ago on which the steps of the template were done, in their order; null: not yet. */
  readonly erledigt: readonly (number | null)[];
  /** Steps that version 2 adds. */
  readonly mehr?: readonly SchrittDemo[];
  /** Later day in version 2. */
  readonly bisNeu?: number;
  /** States in order: days ago and state. */
  readonly stand: readonly (readonly [vorTagen: number, stand: ZielStand])[];
}

export interface AkteurDemo extends Pick<AkteurEingabe, 'rolle' | 'aufgabe'> {
  /** Office of the directory; else a name. */
  readonly stelle?: string;
  readonly name?: string;
  readonly beziehung?: string;
  readonly verfahren?: string;
  readonly lebensbereich: readonly string[];
  readonly vorTagen: number;
}

/** A whole course of counselling: every day counts back from today. */
export interface Fallbeispiel {
  /** Part of all its ids. */
  readonly schluessel: string;
  readonly konto: string;
  readonly person: {
    readonly familienname: string;
    readonly vorname: string;
    readonly alterTage: number;
    readonly geschlecht: string;
    readonly herkunftsland: string;
    readonly sprache: string;
    /** Interpreters came until so many days ago. */
    readonly dolmetschenBis: number;
  };
  readonly anfrage: {
    readonly vorTagen: number;
    readonly nummer: string;
    readonly zugang: string;
    readonly stelle: string | null;
    readonly dringlich: boolean;
    readonly wohnform: string;
  };
  readonly erstberatung: {
    readonly vorTagen: number;
    readonly minuten: number;
    readonly bereich: readonly (readonly [code: string, bewertung: Bewertung, helfer: readonly Helfer[]])[];
    readonly angaben: Omit<Angaben, 'einreise'>;
    readonly einreiseVorJahren: number;
  };
  /** Day of consent, releases and admission. */
  readonly aufnahme: number;
  readonly entbindung: readonly {
    readonly stelle: string;
    readonly zweck: 'vermittlung' | 'kurzer_draht';
    readonly inhalt: readonly ('kontaktdaten' | 'wohnen' | 'leistungen' | 'gesundheit' | 'familie')[];
    readonly tage: number;
  }[];
  readonly kontakt: readonly KontaktDemo[];
  readonly runde: readonly [RundeDemo, RundeDemo];
  readonly ziel: readonly ZielDemo[];
  readonly version: readonly [number, number];
  readonly vermittlung: readonly Omit<VermittlungDemo, 'fall'>[];
  readonly luecke: { readonly vorTagen: number; readonly lebensbereich: string; readonly text: string };
  readonly akteur: readonly AkteurDemo[];
  /** Who leads from which day on: null is the case management, else the place in the list of actors. */
  readonly federfuehrung: readonly (readonly [vorTagen: number, akteur: number | null])[];
  readonly haushalt: readonly (Omit<HaushaltEingabe, 'seit' | 'bis' | 'geburtsjahr'> & {
    readonly alter: number;
  })[];
  readonly aufgabe: readonly {
    readonly text: string;
    readonly vorTagen: number;
    readonly faelligIn: number;
    readonly erledigt?: number;
  }[];
  readonly notiz: { readonly vorTagen: number; readonly text: string };
  /** Next appointment in so many days. */
  readonly termin?: number;
  readonly abschluss?: {
    readonly vorTagen: number;
    readonly rueckblick: string;
    readonly naechsterSchritt: string;
    readonly bericht: BerichtInhalt;
  };
}
