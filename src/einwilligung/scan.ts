/** Bytes that a scan may have. */
export const SCAN_BYTES = 10 * 1024 * 1024;

export type ScanTyp = 'application/pdf' | 'image/png' | 'image/jpeg';

const beginnings: readonly (readonly [ScanTyp, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** Kind of a scan by its first bytes, whatever its name says; undefined when it is none. */
export function scanTyp(bytes: Uint8Array): ScanTyp | undefined {
  return beginnings.find(([, begin]) => begin.every((byte, at) => bytes[at] === byte))?.[0];
}

/** Why a file is no scan, by its size in bytes and its first bytes. */
export function scanRefusal(size: number, begin: Uint8Array): string | undefined {
  if (size === 0) return 'scan-leer';
  if (size > SCAN_BYTES) return 'datei-zu-gross';
  return scanTyp(begin) === undefined ? 'scan-typ' : undefined;
}
