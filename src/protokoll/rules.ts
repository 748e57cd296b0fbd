/** From when a day of reading is unusual; counts different files that were opened, not names in lists. */
export const auffaelligkeitGrenzen = {
  /** Files in an hour, in a day. */
  stunde: 40,
  tag: 120,
  /** Files at night (22 to 6 o'clock) or at the weekend, where the account hardly ever works then. */
  spaet: 5,
  /** Files of persons whom somebody else accompanies, and three times the habit of the account. */
  fremd: 20,
  /** Files in the week before the role ends, and twice the habit. */
  ende: 40,
} as const;

/** So many different persons of others may be read before the proof of identity is asked for anew. */
export const mengeGrenzen = { stunde: 50, tag: 200 } as const;
/** So many cases that do not exist for the account may be asked for in an hour before the officer is told. */
export const fehlgriffGrenze = 30;

/** Monthly sample: a share of all reads, at least so many (yardstick: § 11 Abs. 4 MeldDÜV NRW, monthly control). */
export const stichprobeAnteil = 0.01;
export const stichprobeMindestens = 10;

/** Months for which reads are kept where the installation has set nothing. */
export const aufbewahrungMonate = 24;
/** Days after which drafts, repeated answers and sign-in tries are removed. */
export const aufraeumTage = 30;

/** The month before the month of a day, as 2023-04. */
export function monthBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const before = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${String(before[0])}-${String(before[1]).padStart(2, '0')}`;
}

/** A sample is to be looked at in the month after the one it was drawn from. */
export function isOverdue(monat: string, offen: number, heute: string): boolean {
  return offen > 0 && monat < monthBefore(heute);
}
