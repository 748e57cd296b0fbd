import { isUtf8 } from 'node:buffer';
import { SpreadsheetError } from './spreadsheet-error.ts';

/** How the bytes of a text table are to be read. */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

// tab, line feed, form feed, carriage return and the end-of-file mark of DOS may stay
const allowedControls = [0x09, 0x0a, 0x0c, 0x0d, 0x1a];
const forbiddenControls = Array.from({ length: 0x20 }, (_, byte) => byte).filter(
  (byte) => !allowedControls.includes(byte),
);
const undefinedIn1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
const chunkBytes = 64 * 1024;

/** Byte order mark first, then valid UTF-8, otherwise Windows-1252 as German Excel saves it. Binary content is refused. */
export function detectEncoding(file: Buffer): CsvEncoding {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  if (forbiddenControls.some((byte) => file.includes(byte)))
    throw new SpreadsheetError('datei-zeichensatz', 'Steuerzeichen');
  if (isUtf8(file)) return 'utf-8';
  if (undefinedIn1252.some((byte) => file.includes(byte)))
    throw new SpreadsheetError('datei-zeichensatz', 'weder UTF-8 noch Windows-1252');
  return 'windows-1252';
}

/** The text in pieces, without byte order mark. */
export function* decodeText(file: Buffer, encoding: CsvEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let start = 0; start < file.length; start += chunkBytes) {
      yield decoder.decode(file.subarray(start, start + chunkBytes), { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new SpreadsheetError('datei-zeichensatz', encoding);
    throw error;
  }
}
