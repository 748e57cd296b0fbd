import type { Day } from '#src/platform/day.ts';
import { isoDayToSerial, serialToIsoDay } from '#src/platform/server/spreadsheet/excel-date.ts';
import type { Cell } from '#src/platform/server/spreadsheet/table-file.ts';
import { cleanText, isNoValue, keyOf } from '../normalise.ts';

/** What a cell says: a value, `null` for none, or the code of what is wrong with it. */
export type Read<T> = { readonly value: T | null } | { readonly code: string };

/**
 * A cell with a formula is never read: its stored result may be stale, and a sheet that computes names or dates is not
 * the record that somebody signed. In text tables "=…" is a formula as well.
 */
export function readText(cell: Cell | undefined, limit: number): Read<string> {
  if (!cell) return { value: null };
  switch (cell.kind) {
    case 'formula':
      return { code: 'formel' };
    case 'error':
      return { code: 'zelle-fehler' };
    case 'boolean':
      return { value: cell.value ? 'ja' : 'nein' };
    case 'number':
      return cell.isDate ? { code: 'text-erwartet' } : { value: String(cell.value) };
    case 'text': {
      const text = cleanText(cell.text);
      // "- Termin vereinbart" is a note, "-cmd|…" and "+HYPERLINK(…)" are formulas of a text table.
      if (/^(=|[@+-]\s*[\p{L}\d.]+\s*[(|!])/u.test(text)) return { code: 'formel' };
      if (text.length > limit) return { code: 'text-zu-lang' };
      return { value: text === '' ? null : text };
    }
  }
}

/** Day of a date cell, a serial number or a German or ISO text; `heute` decides the century of two-digit years. */
export function readDay(cell: Cell | undefined, heute: Day): Read<Day> {
  if (cell && cell.kind === 'number') return fromSerial(cell.value, cell.isDate);
  const text = readText(cell, 60);
  if ('code' in text) return text;
  if (text.value === null || isNoValue(text.value)) return { value: null };
  if (/^\d{5}$/.test(text.value)) return fromSerial(Number(text.value), false);
  const day = parseDay(text.value, heute);
  return day === null ? { code: 'datum-ungueltig' } : { value: day };
}

function fromSerial(serial: number, isDate: boolean): Read<Day> {
  // A bare 2021 is a year that somebody typed, not the 13 July 1905.
  const day = isDate || serial > 3_000 ? serialToIsoDay(serial) : null;
  return day !== null && isPlausible(day) ? { value: day } : { code: 'datum-ungueltig' };
}

const monthNames = [
  'januar',
  'februar',
  'maerz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
];

/** "18.09.2021", "1.9.21", "18. September 2021", "2021-09-18", each with or without a time of day; null: no such day. */
export function parseDay(text: string, heute: Day): Day | null {
  const plain = text
    .replace(/(?<![T ,])[T ,]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?( ?Uhr|Z)?$/, '')
    .replace(/^(Mo|Di|Mi|Do|Fr|Sa|So)\w*\.?,? /, '')
    .trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (iso) return toDay(iso[1], iso[2], iso[3], heute);
  const german = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})\.?$/.exec(plain);
  if (german) return toDay(german[3], german[2], german[1], heute);
  const named = /^(\d{1,2})\.?\s*(\p{L}{3,9})\.?\s+(\d{4}|\d{2})$/u.exec(plain);
  const month = named ? monthOf(named[2]) : 0;
  return named && month > 0 ? toDay(named[3], String(month), named[1], heute) : null;
}

function monthOf(name = ''): number {
  const key = keyOf(name);
  return monthNames.findIndex((month) => month === key || (key.length >= 3 && month.startsWith(key))) + 1;
}

function toDay(year = '', month = '', date = '', heute: Day): Day | null {
  const short = year.length === 2;
  const century = Number(year) > Number(heute.slice(2, 4)) ? 1900 : 2000;
  const full = short ? century + Number(year) : Number(year);
  const day = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isPlausible(day) ? day : null;
}

/** An existing day from 1900 to 2199, as everywhere in Lotse; said without the schemas, which this thread need not load. */
function isPlausible(day: string): boolean {
  return isoDayToSerial(day) !== null && day < '2200';
}
