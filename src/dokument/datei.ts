/** Bytes that an attachment may have. */
export const DATEI_BYTES = 10 * 1024 * 1024;
/** Bytes and longer side of a preview. */
export const VORSCHAU_BYTES = 48 * 1024;
export const VORSCHAU_PUNKTE = 480;
/** More points than any camera in a pocket takes; what has more would only fill the memory of whoever opens it. */
export const BILD_PUNKTE = 60_000_000;

export type DateiTyp = 'application/pdf' | 'image/png' | 'image/jpeg';

/** What a file picker offers. */
export const ANNAHME = 'application/pdf,image/png,image/jpeg,.pdf,.png,.jpg,.jpeg';

function starts(bytes: Uint8Array, begin: readonly number[], at = 0): boolean {
  return begin.every((byte, index) => bytes[at + index] === byte);
}

/** Kind of a file by its first bytes, whatever its name says; undefined when it is none that is taken. */
export function dateiTyp(bytes: Uint8Array): DateiTyp | undefined {
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  return starts(bytes, [0xff, 0xd8, 0xff]) ? 'image/jpeg' : undefined;
}

/** Why a file is not taken, by its size, its first bytes and what it claims to be; undefined when it may be sent. */
export function dateiRefusal(groesse: number, beginn: Uint8Array, behauptet: string): string | undefined {
  if (groesse === 0) return 'datei-leer';
  if (groesse > DATEI_BYTES) return 'datei-zu-gross';
  const typ = dateiTyp(beginn);
  if (typ === undefined) {
    if (starts(beginn, [0x66, 0x74, 0x79, 0x70], 4)) return 'datei-heic';
    // Zip with documents inside, and the older binary format of office programs.
    if (starts(beginn, [0x50, 0x4b, 0x03, 0x04]) || starts(beginn, [0xd0, 0xcf, 0x11, 0xe0]))
      return 'datei-office';
    return 'datei-typ';
  }
  return claims(behauptet) && behauptet !== typ ? 'datei-anders-als-behauptet' : undefined;
}

/** A sender that does not know the kind claims none. */
function claims(behauptet: string): boolean {
  return behauptet !== '' && behauptet !== 'application/octet-stream';
}
