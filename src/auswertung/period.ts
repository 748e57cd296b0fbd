import { addDays, addMonths, formatDay, type Day } from '#src/platform/day.ts';
import { reportText } from './report-text.ts';
import type { Zweisprachig } from './tabelle.ts';

/** Last day of the month of a day. */
export function monthEnd(value: Day): Day {
  return addDays(addMonths(`${value.slice(0, 7)}-01`, 1), -1);
}

/** 2023-07 as "Juli 2023" and "July 2023". */
export function monthName(monat: string): Zweisprachig {
  const index = Number(monat.slice(5, 7)) - 1;
  const year = monat.slice(0, 4);
  return {
    de: `${reportText.de.monate[index]} ${year}`,
    en: `${reportText.en.monate[index]} ${year}`,
  };
}

/**
 * What a period is called. A quarter or year that is not over in the period says so:
 * "3. Quartal 2023 (bis 31.08.2023)"; `stand` is the last day of which the data can know.
 */
export function periodLabel(von: Day, bis: Day, stand: Day): Zweisprachig {
  const end = bis < stand ? bis : stand;
  const year = von.slice(0, 4);
  const startsMonth = von.endsWith('-01');
  const sameYear = year === bis.slice(0, 4);
  const until = (full: Day): Zweisprachig =>
    end < full ? { de: ` (bis ${formatDay(end)})`, en: ` (to ${formatDay(end)})` } : { de: '', en: '' };
  const named = (name: Zweisprachig, full: Day): Zweisprachig => {
    const rest = until(full);
    return { de: name.de + rest.de, en: name.en + rest.en };
  };
  if (startsMonth && sameYear && bis === monthEnd(von)) return named(monthName(von), bis);
  const quarter = quarterOf(von);
  if (quarter && sameYear && bis <= quarter.end && bis > monthEnd(von)) {
    return named({ de: `${quarter.nr}. Quartal ${year}`, en: `Quarter ${quarter.nr} ${year}` }, quarter.end);
  }
  if (von.endsWith('-01-01') && bis === `${year}-12-31`) return named({ de: year, en: year }, bis);
  if (startsMonth && bis === monthEnd(bis)) {
    const [first, last] = [monthName(von), monthName(bis)];
    const lead = (name: string) => (sameYear ? (name.split(' ')[0] ?? name) : name);
    return named({ de: `${lead(first.de)} bis ${last.de}`, en: `${lead(first.en)} to ${last.en}` }, bis);
  }
  return named(
    { de: `${formatDay(von)} bis ${formatDay(bis)}`, en: `${formatDay(von)} to ${formatDay(bis)}` },
    bis,
  );
}

function quarterOf(von: Day): { nr: number; end: Day } | undefined {
  const monthNumber = Number(von.slice(5, 7));
  if (!von.endsWith('-01') || monthNumber % 3 !== 1) return undefined;
  return { nr: (monthNumber + 2) / 3, end: addDays(addMonths(von, 3), -1) };
}
