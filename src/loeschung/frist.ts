import { z } from 'zod';
import { addMonths, type Day } from '#src/platform/day.ts';

/** What is kept for a time: short counselling, a case, what remains after a withdrawal, the proof of a consent. */
export const aufbewahrungArt = z.enum(['kurzberatung', 'fall', 'widerruf', 'nachweis']);
export type AufbewahrungArt = z.infer<typeof aufbewahrungArt>;
export const fristEinheit = z.enum(['monate', 'kalenderjahre']);

export interface Frist {
  readonly einheit: z.infer<typeof fristEinheit>;
  readonly anzahl: number;
}

interface Vorgabe extends Frist {
  readonly grundlage: string;
}

/** What holds until a Träger decides otherwise: no law sets these periods for voluntary counselling. */
export const vorgabe: Readonly<Record<AufbewahrungArt, Vorgabe>> = {
  kurzberatung: {
    einheit: 'kalenderjahre',
    anzahl: 1,
    grundlage: 'Vorgabe: Ende des folgenden Kalenderjahres (Art. 5 Abs. 1 Buchst. e DSGVO)',
  },
  fall: {
    einheit: 'kalenderjahre',
    anzahl: 3,
    grundlage: 'Vorgabe: drei volle Kalenderjahre nach Abschluss, wie die Verjährung (§§ 195, 199 BGB)',
  },
  widerruf: {
    einheit: 'monate',
    anzahl: 1,
    grundlage: 'Vorgabe: ein Monat nach dem Widerruf (Art. 17 Abs. 1 Buchst. b DSGVO)',
  },
  nachweis: {
    einheit: 'kalenderjahre',
    anzahl: 3,
    grundlage: 'Vorgabe: drei Kalenderjahre nach der Löschung (Art. 7 Abs. 1 DSGVO)',
  },
};

export type Fristen = Readonly<Record<AufbewahrungArt, Frist>>;

/** First day on which the period is over: so many full calendar years after the year of the day, or months after it. */
export function faelligAb({ einheit, anzahl }: Frist, bezugAm: Day): Day {
  if (einheit === 'monate') return addMonths(bezugAm, anzahl);
  return `${Number(bezugAm.slice(0, 4)) + anzahl + 1}-01-01`;
}

/** From which days the periods of a person run; null: that rule does not apply. */
export interface Bezug {
  readonly fallBezug: Day | null;
  readonly kurzBezug: Day | null;
  readonly widerrufAm: Day | null;
}

export interface Faelligkeit {
  readonly art: 'fall' | 'kurzberatung' | 'widerruf';
  readonly bezugAm: Day;
  readonly faelligAb: Day;
  readonly frist: Frist;
}

/** The rule under which a person falls due first; undefined while none applies (an open case that nobody withdrew from). */
export function faelligkeit(bezug: Bezug, fristen: Fristen): Faelligkeit | undefined {
  const nach = (art: Faelligkeit['art'], bezugAm: Day | null): Faelligkeit[] =>
    bezugAm === null
      ? []
      : [{ art, bezugAm, faelligAb: faelligAb(fristen[art], bezugAm), frist: fristen[art] }];
  return [
    ...nach('widerruf', bezug.widerrufAm),
    ...nach('fall', bezug.fallBezug),
    ...nach('kurzberatung', bezug.kurzBezug),
  ].toSorted((a, b) => (a.faelligAb < b.faelligAb ? -1 : a.faelligAb > b.faelligAb ? 1 : 0))[0];
}

/** A period as it stands in run and proof: "3 kalenderjahre". */
export function fristText({ anzahl, einheit }: Frist): string {
  return `${anzahl} ${einheit}`;
}

/** Reads a period back; undefined for the empty text of a request. */
export function readFrist(text: string): Frist | undefined {
  const [anzahl, einheit] = text.split(' ');
  const known = fristEinheit.safeParse(einheit);
  return known.success ? { anzahl: Number(anzahl), einheit: known.data } : undefined;
}

export type Auslassung = 'sperre' | 'nicht_faellig' | 'nicht_da' | 'traeger_gewechselt';

/** What stands at a released item when its turn comes. */
export interface Pruefung extends Bezug {
  readonly art: Faelligkeit['art'] | 'ersuchen';
  /** Null: the person is not there any more. */
  readonly traegerId: string | null;
  readonly laufTraegerId: string;
  readonly sperre: string | null;
}

/** Why a released item is left out after all; undefined: it is carried out. */
export function auslassung(pruefung: Pruefung, fristen: Fristen, heute: Day): Auslassung | undefined {
  if (pruefung.traegerId === null) return 'nicht_da';
  if (pruefung.traegerId !== pruefung.laufTraegerId) return 'traeger_gewechselt';
  if (pruefung.sperre !== null) return 'sperre';
  if (pruefung.art === 'ersuchen') return undefined;
  const faellig = faelligkeit(pruefung, fristen);
  return faellig === undefined || faellig.faelligAb > heute ? 'nicht_faellig' : undefined;
}
