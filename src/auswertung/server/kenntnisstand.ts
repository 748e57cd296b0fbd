import { isDay, today, type Day } from '#src/platform/day.ts';

/** The last day of which a Kenntnisstand can know anything. */
export function kenntnisTag(kenntnisstand: string | undefined, now: Date): Day {
  const heute = today(now);
  if (kenntnisstand === undefined) return heute;
  const tag = isDay(kenntnisstand) ? kenntnisstand : today(new Date(kenntnisstand));
  return tag < heute ? tag : heute;
}
