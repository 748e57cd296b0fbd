/** ISO day as on screen, `01.04.2023`; RangeError for anything else. */
export function germanDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) throw new RangeError('not an ISO day');
  return `${date}.${month}.${year}`;
}

/** A number with decimal comma and no thousands separator, so a German spreadsheet reads it as a number; RangeError for NaN. */
export function germanNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('a table cannot hold NaN or infinity');
  return String(value).replace('.', ',');
}

/** A share as `42,5 %`, with up to ten significant digits. */
export function germanPercent(share: number): string {
  return `${germanNumber(Number((share * 100).toPrecision(10)))} %`;
}
