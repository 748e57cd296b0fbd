/** So long what was written may still be put right; afterwards it stands, and amendments follow. */
const STUNDEN = 24;

/** The moment until which a text written at a moment may be changed. */
export function aenderbarBis(erfasstAm: Date): Date {
  return new Date(erfasstAm.getTime() + STUNDEN * 3_600_000);
}
