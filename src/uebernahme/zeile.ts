import type { Day } from '#src/platform/day.ts';

/**
 * What one row says about a case, already in codes and ids. `null`: the cell says that there is no value;
 * `undefined`: the workbook has no such column and says nothing.
 */
export interface FallAngaben {
  readonly nummer: string;
  readonly familienname: string;
  readonly aufnahme: Day;
  readonly einwilligung: Day;
  /** Träger at admission. */
  readonly traegerId: string;
  readonly vorname?: string | null | undefined;
  readonly geburtsdatum?: Day | null | undefined;
  readonly geschlecht?: string | null | undefined;
  readonly herkunftsland?: string | null | undefined;
  readonly leistungsbezug?: string | null | undefined;
  readonly lebensbereich?: readonly string[] | null | undefined;
  /** How many persons belong to the case, itself included, as text: "3". */
  readonly personen?: string | null | undefined;
  readonly kommuneId?: string | null | undefined;
  readonly ortsteilId?: string | null | undefined;
  readonly zugang?: string | null | undefined;
  readonly bemerkung?: string | null | undefined;
  readonly uebergabeAm?: Day | null | undefined;
  readonly uebergabeAnId?: string | null | undefined;
  readonly status?: StatusAngabe | null | undefined;
  readonly inaktivSeit?: Day | null | undefined;
  readonly grund?: GrundAngabe | null | undefined;
  readonly wiederAktivSeit?: Day | null | undefined;
}

export type StatusAngabe = 'aktiv' | 'inaktiv' | 'ruhend' | 'abgeschlossen';

/** A reason names the list it comes from: a reason for closing closes the case, any other lets it rest. */
export interface GrundAngabe {
  readonly liste: 'abschlussgrund' | 'ruhegrund';
  readonly code: string;
}

/** One sonstiger Beratungskontakt: anonymous and without a key. */
export interface KontaktAngaben {
  readonly datum: Day;
  readonly traegerId: string;
  readonly zugang: string | null;
  readonly ergebnis: string | null;
  readonly lebensbereich: readonly string[];
  readonly kommuneId: string | null;
}

export type FallMerkmal = 'geschlecht' | 'herkunftsland' | 'leistungsbezug' | 'lebensbereich' | 'personen';

/** A period of the histories; `bis` is exclusive, null is open. */
export interface Zeitraum {
  readonly ab: Day;
  readonly bis: Day | null;
}

export interface StatusZeit extends Zeitraum {
  readonly status: 'aktiv' | 'ruhend' | 'abgeschlossen';
  readonly grund: string | null;
}

export interface TraegerZeit extends Zeitraum {
  readonly traegerId: string;
  readonly anlass: 'aufnahme' | 'uebergabe';
}

export interface MerkmalZeit extends Zeitraum {
  readonly merkmal: FallMerkmal;
  readonly wert: string;
}

/** A row of fall_zustaendigkeit as it stands. */
export interface ZustaendigkeitIst extends Zeitraum {
  readonly id: string;
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly anlass: 'aufnahme' | 'uebergabe' | 'zuweisung';
  readonly uebergabeId: string | null;
}
