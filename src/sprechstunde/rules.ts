import { isFeiertag } from '#src/kreis/feiertag.ts';
import { addDays, type Day } from '#src/platform/day.ts';
import { weekdayOf } from '#src/termin/zeit.ts';

/** An open hour with everything that keeps it from taking place. */
export interface Sprechtage {
  readonly wochentag: number;
  readonly gueltigAb: Day;
  /** First day on which it no longer takes place. */
  readonly gueltigBis: Day | null;
  readonly ausfall: readonly { readonly am: Day; readonly ersatzAm: Day | null }[];
  /** Days without the Fachkraft who holds it, both included. */
  readonly abwesend: readonly { readonly von: Day; readonly bis: Day }[];
}

/** How far somebody may be told to come again. */
const DAYS_AHEAD = 182;

function isValidOn({ gueltigAb, gueltigBis }: Sprechtage, tag: Day): boolean {
  return gueltigAb <= tag && (gueltigBis === null || tag < gueltigBis);
}

/** A day of the week on which the open hour is announced, whether it takes place or not. */
export function isRegular(hour: Sprechtage, tag: Day): boolean {
  return weekdayOf(tag) === hour.wochentag && isValidOn(hour, tag);
}

/** True on days when people find an open door: no holiday, nobody away, not cancelled, or announced instead. */
export function takesPlace(hour: Sprechtage, tag: Day): boolean {
  if (hour.ausfall.some(({ am }) => am === tag)) return false;
  if (hour.ausfall.some(({ ersatzAm }) => ersatzAm === tag)) return true;
  if (!isRegular(hour, tag) || isFeiertag(tag)) return false;
  return !hour.abwesend.some(({ von, bis }) => von <= tag && tag <= bis);
}

/** Days from one to another, both included, on which it takes place. */
export function sprechtage(hour: Sprechtage, von: Day, bis: Day): Day[] {
  const days: Day[] = [];
  for (let tag = von; tag <= bis; tag = addDays(tag, 1)) if (takesPlace(hour, tag)) days.push(tag);
  return days;
}

/** The first day from `ab` on on which it takes place; null when none is in sight. */
export function nextSprechtag(hour: Sprechtage, ab: Day): Day | null {
  for (let tag = ab; tag <= addDays(ab, DAYS_AHEAD); tag = addDays(tag, 1))
    if (takesPlace(hour, tag)) return tag;
  return null;
}
