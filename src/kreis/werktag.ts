import { addDays, type Day } from '#src/platform/day.ts';
import { isFeiertag } from './feiertag.ts';

/** Which days count: in German law Werktage include Saturday; a Kreis may count Monday to Friday only. */
export interface WerktagRegel {
  readonly samstag: boolean;
}

/** True for a working day in Nordrhein-Westfalen. */
export function isWerktag(day: Day, { samstag }: WerktagRegel): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && (samstag || weekday !== 6) && !isFeiertag(day);
}

/** The day on which so many working days have passed; the first day itself does not count (§ 187 BGB). */
export function addWerktag(from: Day, count: number, regel: WerktagRegel): Day {
  let day = from;
  for (let left = count; left > 0; left -= isWerktag(day, regel) ? 1 : 0) day = addDays(day, 1);
  return day;
}
