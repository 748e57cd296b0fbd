import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

/** Why a task cannot be given like this; a deadline that has passed may stay, but not be set. */
export function aufgabeRefusals(
  aufgabe: { readonly faelligAm: Day | null; readonly zustaendigId: string | null },
  lage: {
    readonly bisherFaelligAm: Day | null;
    readonly bisherZustaendigId: string | null;
    readonly team: readonly string[];
  },
  heute: Day,
): FieldRefusal[] {
  const { faelligAm, zustaendigId } = aufgabe;
  const refusals: FieldRefusal[] = [];
  if (faelligAm !== null && faelligAm < heute && faelligAm !== lage.bisherFaelligAm) {
    refusals.push({ instance: '/faelligAm', code: 'frist-vergangen' });
  }
  // Whoever does not work on the case could not open it, so the task would lie where nobody sees it.
  if (
    zustaendigId !== null &&
    zustaendigId !== lage.bisherZustaendigId &&
    !lage.team.includes(zustaendigId)
  ) {
    refusals.push({ instance: '/zustaendigId', code: 'zustaendig-fremd' });
  }
  return refusals;
}
