import { z } from 'zod';

/** A calendar day as ISO text (2023-04-01): days are never moments, so no time zone can shift them. */
export type Day = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for an existing calendar day from 1900 to 2199. */
export function isDay(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Day schema of the contracts. */
export const day = z.string().refine(isDay, { error: 'datum-ungueltig' });

/** Calendar month as 2023-04. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'monat-ungueltig' });

/** Moves a day by a number of days. */
export function addDays(value: Day, days: number): Day {
  const date = new Date(`${value}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Moves a day by months; the 31st becomes the last day of a shorter month, as PostgreSQL's interval does. */
export function addMonths(value: Day, months: number): Day {
  const [year = 0, monthNumber = 1, dayNumber = 1] = value.split('-').map(Number);
  const first = new Date(Date.UTC(year, monthNumber - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(dayNumber, last));
  return first.toISOString().slice(0, 10);
}

/** Months from one to another, both included: 2023-01 … 2023-04. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let at = `${from}-01`; at.slice(0, 7) <= to; at = addMonths(at, 1)) months.push(at.slice(0, 7));
  return months;
}

// Making a formatter costs a hundred times more than using it.
const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** Today in Germany, where the users' calendars hang. */
export function today(now: Date = new Date()): Day {
  return berlinDay.format(now);
}

/** 01.04.2023, as dates are written here in both languages. */
export function formatDay(value: Day): string {
  const [year, monthNumber, dayNumber] = value.split('-');
  return `${dayNumber}.${monthNumber}.${year}`;
}
