import type { Day } from '#src/platform/day.ts';

/** What became of a deadline, judged by the appointments that are planned or took place. */
export type FristStand = 'offen' | 'eingehalten' | 'zu_spaet' | 'ueberschritten';

/** `tage` are the days of appointments that count towards it; those cancelled or missed do not. */
export function fristStand(bis: Day, tage: readonly Day[], heute: Day): FristStand {
  if (tage.some((tag) => tag <= bis)) return 'eingehalten';
  if (tage.length > 0) return 'zu_spaet';
  return heute > bis ? 'ueberschritten' : 'offen';
}
