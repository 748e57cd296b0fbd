import { readFile, stat } from 'node:fs/promises';
import type { SpreadsheetLimits } from './limits.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';

/** Bytes of an upload, or the path of a file holding them. */
export type TableSource = Uint8Array | string;

/** The bytes of an upload; refuses empty and oversized files before reading them. */
export async function readSource(source: TableSource, limits: SpreadsheetLimits): Promise<Buffer> {
  const size = typeof source === 'string' ? (await stat(source)).size : source.byteLength;
  if (size === 0) throw new SpreadsheetError('datei-leer', '0 Bytes');
  if (size > limits.fileBytes) {
    throw new SpreadsheetError('datei-zu-gross', `${size} Bytes, erlaubt ${limits.fileBytes}`);
  }
  if (typeof source === 'string') return readFile(source);
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength);
}
