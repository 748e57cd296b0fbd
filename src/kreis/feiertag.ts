import { addDays, type Day } from '#src/platform/day.ts';

/** Easter Sunday of a year in the Gregorian calendar (anonymous Gregorian algorithm). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const month = String(Math.floor(f / 31)).padStart(2, '0');
  return `${year}-${month}-${String((f % 31) + 1).padStart(2, '0')}`;
}

const fixed = ['01-01', '05-01', '10-03', '11-01', '12-25', '12-26'];
/** Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi: days from Easter Sunday. */
const movable = [-2, 1, 39, 50, 60];

/** Public holidays of Nordrhein-Westfalen in a year (Feiertagsgesetz NW § 2). */
export function listFeiertag(year: number): Day[] {
  const easter = easterSunday(year);
  return [
    ...fixed.map((day) => `${year}-${day}`),
    ...movable.map((days) => addDays(easter, days)),
  ].toSorted();
}

/** True for a public holiday of Nordrhein-Westfalen. */
export function isFeiertag(day: Day): boolean {
  return listFeiertag(Number(day.slice(0, 4))).includes(day);
}
