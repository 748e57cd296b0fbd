import { addDays, addMonths, isDay, type Day } from '#src/platform/day.ts';
import { fallMerkmal, kontaktArt, kontaktMerkmal } from '../tabelle.ts';

export const tabellen = [
  'fallzahlen',
  'kontakte',
  'merkmal',
  'kontaktmerkmal',
  'baustein3',
  'stellen',
] as const;
export type TabellenName = (typeof tabellen)[number];

/** Everything a person can choose for a table; what a table does not use it ignores. */
export interface Question {
  readonly tabelle: TabellenName;
  readonly stichtage: readonly Day[];
  readonly vonMonat: string;
  readonly bisMonat: string;
  readonly art: 'sonstige' | 'beratung';
  readonly von: Day;
  readonly bis: Day;
  readonly merkmal: 'geschlecht' | 'herkunftsland' | 'leistungsbezug' | 'lebensbereich';
  readonly kontaktmerkmal: 'kontaktweg' | 'handlungsfeld';
  /** Undefined prints every value. */
  readonly top: number | undefined;
  readonly region: string;
  readonly traeger: string;
  readonly kenntnisstand: string;
  readonly veroeffentlicht: boolean;
}

export const mostStichtage = 24;

/** The question that an address asks; what is missing or wrong gets a sensible default. */
export function readQuestion(pfad: string, params: URLSearchParams, heute: Day): Question {
  const tabelle = tabellen.find((name) => name === pfad) ?? 'fallzahlen';
  const text = (name: string) => params.get(name) ?? '';
  const asMonth = (name: string, otherwise: string) =>
    /^\d{4}-(0[1-9]|1[0-2])/.test(text(name)) ? text(name).slice(0, 7) : otherwise;
  const asDay = (name: string, otherwise: Day) => (isDay(text(name)) ? text(name) : otherwise);
  const asked = text('stichtag').split(',').filter(isDay);
  const merkmal = fallMerkmal.safeParse(text('merkmal')).data ?? 'geschlecht';
  const kontaktmerkmal = kontaktMerkmal.safeParse(text('merkmal')).data ?? 'kontaktweg';
  return {
    tabelle,
    stichtage: asked.length > 0 ? normalise(asked) : defaultStichtage(heute),
    vonMonat: asMonth('von', addMonths(heute, -11).slice(0, 7)),
    bisMonat: asMonth('bis', heute.slice(0, 7)),
    art: kontaktArt.safeParse(text('art')).data ?? 'sonstige',
    von: asDay('von', quarterStart(heute)),
    bis: asDay('bis', heute),
    merkmal,
    kontaktmerkmal,
    top: readTop(text('top'), tabelle === 'merkmal' && merkmal === 'geschlecht'),
    region: text('region'),
    traeger: text('traeger'),
    kenntnisstand: text('kenntnisstand'),
    veroeffentlicht: text('veroeffentlicht') === '1',
  };
}

function readTop(text: string, few: boolean): number | undefined {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  return text === 'alle' || few ? undefined : 5;
}

/** Each day once, in order, no more than the interface takes. */
export function normalise(stichtage: readonly Day[]): Day[] {
  return [...new Set(stichtage)].toSorted().slice(-mostStichtage);
}

/** Today, and the last days of the three quarters before. */
export function defaultStichtage(heute: Day): Day[] {
  return normalise([...quarterEnds(heute, 3), heute]);
}

/** First day of the quarter of a day. */
function quarterStart(am: Day): Day {
  const monthNumber = Number(am.slice(5, 7));
  return `${am.slice(0, 4)}-${String(monthNumber - ((monthNumber - 1) % 3)).padStart(2, '0')}-01`;
}

/** Last days of the quarters before the one of the day. */
function quarterEnds(am: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) =>
    addDays(addMonths(quarterStart(am), -3 * index), -1),
  ).toReversed();
}

/** Last days of the months before the one of the day. */
export function monthEnds(am: Day, count: number): Day[] {
  const first = `${am.slice(0, 7)}-01`;
  return Array.from({ length: count }, (_, index) => addDays(addMonths(first, -index), -1)).toReversed();
}

/** Last days of the years before the one of the day. */
export function yearEnds(am: Day, count: number): Day[] {
  const year = Number(am.slice(0, 4));
  return Array.from({ length: count }, (_, index) => `${year - count + index}-12-31`);
}

/** What stays chosen when one goes to another table: where, as known when, for whom. */
export function keptParams(params: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ['stichtag', 'region', 'traeger', 'kenntnisstand', 'veroeffentlicht']) {
    const value = params.get(name);
    if (value) kept.set(name, value);
  }
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}

/** Fields that every counting question sends. */
export function sharedQuery(question: Question) {
  return {
    ...(question.region === '' ? {} : { region: question.region }),
    ...(question.traeger === '' ? {} : { traeger: question.traeger }),
    ...(question.kenntnisstand === '' ? {} : { kenntnisstand: question.kenntnisstand }),
    veroeffentlicht: question.veroeffentlicht ? ('1' as const) : ('0' as const),
  };
}
