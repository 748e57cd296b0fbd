import { z } from 'zod';
import { today, type Day } from '#src/platform/day.ts';

/** Time of day in Germany as 09:30. */
export const uhrzeit = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'uhrzeit-ungueltig' });

// Making a formatter costs a hundred times more than using it.
const berlinTime = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Day and time of a moment as a clock in Germany shows them. */
export function ortszeit(moment: Date): { tag: Day; zeit: string } {
  return { tag: today(moment), zeit: berlinTime.format(moment) };
}

const OFFSETS_MINUTES = [120, 60];

/**
 * The moment at which a clock in Germany shows this day and time. Undefined in the hour that the change to summer time
 * skips; of an hour that comes twice in autumn the first.
 */
export function momentOf(tag: Day, zeit: string): Date | undefined {
  const asUtc = Date.parse(`${tag}T${zeit}:00Z`);
  return OFFSETS_MINUTES.map((minutes) => new Date(asUtc - minutes * 60_000)).find((moment) => {
    const shown = ortszeit(moment);
    return shown.tag === tag && shown.zeit === zeit;
  });
}

/** Minutes from one moment to another, as they pass. */
export function minutesBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 60_000);
}

/** Weekday 1 (Monday) to 7 (Sunday). */
export function weekdayOf(tag: Day): number {
  return new Date(`${tag}T00:00:00Z`).getUTCDay() || 7;
}

/** Minutes from midnight of a time of day. */
export function minutesOf(zeit: string): number {
  return Number(zeit.slice(0, 2)) * 60 + Number(zeit.slice(3, 5));
}
