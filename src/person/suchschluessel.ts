import type { Day } from '#src/platform/day.ts';
import { nameParts } from './umschrift.ts';

/** What a record is found by. */
export interface Angaben {
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: Day | null;
}

/**
 * Keys under which possible duplicates of a record are found: two name parts together, a part with the year or with day
 * and month, the day itself. A record that shares no key with another shares neither name nor birth date.
 */
export function suchschluessel(angaben: Angaben): string[] {
  return keysOf(angaben, angaben.geburtsdatum === null ? [] : [angaben.geburtsdatum]);
}

/** Keys to ask for: also those of the day with day and month exchanged. */
export function frageschluessel(angaben: Angaben): string[] {
  const { geburtsdatum } = angaben;
  if (geburtsdatum === null) return keysOf(angaben, []);
  const [year = '', month = '', day = ''] = geburtsdatum.split('-');
  return keysOf(angaben, Number(day) <= 12 ? [geburtsdatum, `${year}-${day}-${month}`] : [geburtsdatum]);
}

function keysOf({ familienname, vorname }: Angaben, tage: readonly Day[]): string[] {
  const parts = nameParts(familienname, vorname).map((part) => [...new Set(part.laute)].slice(0, 3));
  const keys = new Set<string>();
  for (const [at, laute] of parts.entries()) {
    for (const laut of laute) {
      for (const other of parts.slice(at + 1).flat()) keys.add(`n ${[laut, other].toSorted().join(' ')}`);
      for (const tag of tage) {
        keys.add(`j ${laut} ${tag.slice(0, 4)}`);
        if (!tag.endsWith('-01-01')) keys.add(`t ${laut} ${tag.slice(5)}`);
      }
      if (parts.length === 1) keys.add(`e ${laut}`);
    }
  }
  for (const tag of tage) if (!tag.endsWith('-01-01')) keys.add(`d ${tag}`);
  return [...keys];
}
