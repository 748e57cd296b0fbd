import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

export interface Einwilligung {
  readonly erteiltAm: Day;
  readonly widerrufenAm: Day | null;
}

/** No consent, no name: what keeps a named record from being made (Konzept Kreis Unna 5.2). */
export function namedRecordRefusals(
  erteiltAm: Day | null,
  aufgenommenAm: Day,
  heute: Day,
): readonly FieldRefusal[] {
  const instance = '/einwilligung/erteiltAm';
  if (erteiltAm === null) return [{ instance, code: 'einwilligung-fehlt' }];
  if (erteiltAm > heute) return [{ instance, code: 'datum-in-zukunft' }];
  if (erteiltAm > aufgenommenAm) return [{ instance, code: 'einwilligung-nach-aufnahme' }];
  return [];
}

/** True while personal documentation may go on: a withdrawal ends it, whatever day is documented. */
export function coversDocumentation(einwilligung: Einwilligung | null): boolean {
  return einwilligung !== null && einwilligung.widerrufenAm === null;
}
