/** Which day a workbook counts from. */
export type DateSystem = '1900' | '1904';

const dayMs = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const offset1904 = 1462;
/** 9999-12-31, the last day Excel knows. */
const lastSerial = 2_958_465;

/** Serial number to ISO day (`2023-04-01`), time of day dropped; `null` for no day, such as Excel's 1900-02-29 (serial 60). */
export function serialToIsoDay(serial: number, system: DateSystem = '1900'): string | null {
  if (!Number.isFinite(serial)) return null;
  // a hair of rounding: 44999.99999999 is midnight of the next day, spoiled by floating point
  const days = Math.floor(toSerial1900(serial, system) + 1e-6);
  if (days < 1 || days > lastSerial || days === 60) return null;
  // Excel believes 1900 was a leap year, so days before that phantom day count one too few
  const shift = days < 60 ? 1 : 0;
  return new Date(epoch1900 + (days + shift) * dayMs).toISOString().slice(0, 10);
}

/** ISO day to serial number; `null` when the text is no calendar day or lies before the system begins. */
export function isoDayToSerial(day: string, system: DateSystem = '1900'): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) return null;
  const days = Math.round((ms - epoch1900) / dayMs);
  const serial = days <= 60 ? days - 1 : days;
  if (system === '1904') return serial >= offset1904 ? serial - offset1904 : null;
  return serial >= 1 ? serial : null;
}

/** The same moment counted in the 1900 system. */
export function toSerial1900(serial: number, system: DateSystem): number {
  return system === '1904' ? serial + offset1904 : serial;
}
