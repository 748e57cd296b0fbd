import type { Entry } from 'yauzl';
import { SpreadsheetError } from './spreadsheet-error.ts';

const headerBytes = 30;

/** Refuses packages whose entries share bytes: one small deflate stream listed many times inflates without end. */
export function refuseOverlap(entries: readonly Entry[], file: Buffer): void {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of inOrder) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end) throw new SpreadsheetError('datei-zip-bombe', 'Teile überlappen');
    if (start + headerBytes > file.length || file.readUInt32LE(start) !== 0x04034b50) {
      throw new SpreadsheetError('datei-beschaedigt', 'Kopf eines ZIP-Teils');
    }
    end =
      start +
      headerBytes +
      file.readUInt16LE(start + 26) +
      file.readUInt16LE(start + 28) +
      entry.compressedSize;
    if (end > file.length) throw new SpreadsheetError('datei-beschaedigt', 'ZIP-Teil abgeschnitten');
  }
}
