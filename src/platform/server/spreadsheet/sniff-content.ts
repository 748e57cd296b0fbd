import { SpreadsheetError } from './spreadsheet-error.ts';

const oleMagic = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** What the first bytes say; the file name is never asked. */
export function looksLikeZip(file: Buffer): boolean {
  return file[0] === 0x50 && file[1] === 0x4b && (file[2] ?? 0) < 9 && (file[3] ?? 0) < 9;
}

/** Refuses everything that is not a ZIP package, naming encrypted and old workbooks as such. */
export function refuseForeignContent(file: Buffer): void {
  refuseOle(file);
  if (!looksLikeZip(file)) throw new SpreadsheetError('datei-kein-xlsx', 'kein ZIP-Paket');
}

/** Refuses the OLE container: modern Office puts encrypted workbooks into it, old Office everything. */
export function refuseOle(file: Buffer): void {
  if (!file.subarray(0, 8).equals(oleMagic)) return;
  const holds = (stream: string): boolean => file.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) throw new SpreadsheetError('datei-verschluesselt', 'OLE-Container');
  if (holds('Workbook') || holds('Book')) throw new SpreadsheetError('datei-xls-alt', 'OLE-Container');
  if (holds('WordDocument') || holds('PowerPoint'))
    throw new SpreadsheetError('datei-kein-xlsx', 'OLE-Container');
  throw new SpreadsheetError('datei-verschluesselt', 'OLE-Container ohne lesbares Verzeichnis');
}

/** Refuses well-known formats that would otherwise pass for a text table. */
export function refuseDocuments(file: Buffer): void {
  const start = file.subarray(0, 64).toString('latin1').replace(/^ï»¿/, '').trimStart();
  if (/^(%PDF-|\{\\rtf|<(\?xml|!doctype|html|table))/i.test(start)) {
    throw new SpreadsheetError('datei-kein-xlsx', 'anderes Dokumentformat');
  }
}
