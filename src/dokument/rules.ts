import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

/** Why the days of an attachment cannot be true: issued in the future, or run out before it was issued. */
export function dokumentRefusals(
  { am, laeuftAbAm }: { readonly am: Day | null; readonly laeuftAbAm: Day | null },
  heute: Day,
): FieldRefusal[] {
  return [
    ...(am !== null && am > heute ? [{ instance: '/am', code: 'datum-in-zukunft' }] : []),
    ...(am !== null && laeuftAbAm !== null && laeuftAbAm < am
      ? [{ instance: '/laeuftAbAm', code: 'dokument-ende-vor-beginn' }]
      : []),
  ];
}
