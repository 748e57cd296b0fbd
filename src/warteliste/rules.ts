import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

export interface Wartend {
  readonly dringlich: boolean;
  readonly eingetragenAm: Day;
  readonly nummer: string;
}

/** Order of invitation: urgent ones first, then who has waited longest (Konzept Kreis Unna 4.1). */
export function compareWartende(one: Wartend, other: Wartend): number {
  if (one.dringlich !== other.dringlich) return one.dringlich ? -1 : 1;
  return one.eingetragenAm.localeCompare(other.eingetragenAm) || one.nummer.localeCompare(other.nummer, 'de');
}

/** What is wrong with a day of the waiting list: not after today, not before the day on which the step before was. */
export function tagRefusals(instance: string, tag: Day, frueheste: Day, heute: Day): FieldRefusal[] {
  if (tag > heute) return [{ instance, code: 'datum-in-zukunft' }];
  if (tag < frueheste) return [{ instance, code: 'warteliste-tag-zu-frueh' }];
  return [];
}
