import { addDays, isDay, today, type Day } from '#src/platform/day.ts';

const written = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{2}|\d{4})$/;
const digits = /^(\d{2})(\d{2})(\d{2}|\d{4})$/;
const short = /^(\d{1,2})\.(\d{1,2})\.?$/;

/**
 * Reads a day as people type it: 1.4.2023, 01.04.23, 010423, 1.4. (this year), 2023-04-01, heute, gestern, -3.
 * Two-digit years up to ten years ahead belong to this century.
 */
export function parseDay(text: string, now: Day = today()): Day | undefined {
  const typed = text.trim().toLowerCase();
  if (isDay(typed)) return typed;
  if (typed === 'heute' || typed === 'today') return now;
  if (typed === 'gestern' || typed === 'yesterday') return addDays(now, -1);
  if (/^-\d{1,3}$/.test(typed)) return addDays(now, Number(typed));
  const full = written.exec(typed) ?? digits.exec(typed);
  if (full) return build(full[1], full[2], fullYear(full[3] ?? '', now));
  const brief = short.exec(typed);
  return brief ? build(brief[1], brief[2], now.slice(0, 4)) : undefined;
}

function fullYear(year: string, now: Day): string {
  if (year.length === 4) return year;
  const limit = (Number(now.slice(0, 4)) + 10) % 100;
  return `${Number(year) <= limit ? '20' : '19'}${year}`;
}

function build(day = '', month = '', year: string): Day | undefined {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value) ? value : undefined;
}
