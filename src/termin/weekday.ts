import type { Sprache } from '#src/platform/texts.ts';

const locale = { de: 'de-DE', en: 'en-GB' } as const;

/** Name of a weekday, 1 = Monday to 7 = Sunday: Montag or Mo, Monday or Mon. */
export function weekdayName(sprache: Sprache, weekday: number, length: 'long' | 'short' = 'long'): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(locale[sprache], { weekday: length, timeZone: 'UTC' }).format(day);
}
