import { uniqueSheetNames } from './sheet-names.ts';
import { sheetXml } from './sheet-xml.ts';
import type { OutSheet } from './table-output.ts';
import { workbookFiles } from './workbook-xml.ts';
import { zipStream } from './write-zip.ts';
import type { ZipFileSource } from './write-zip.ts';

/** The workbook in chunks, rows pulled as the reader asks for them. The same input gives the same bytes. RangeError for what no sheet can hold. */
export function streamXlsx(sheets: readonly OutSheet[]): AsyncGenerator<Buffer> {
  if (sheets.length === 0) throw new RangeError('a workbook needs a sheet');
  const names = uniqueSheetNames(sheets.map(({ name }) => name));
  const files: ZipFileSource[] = [
    ...workbookFiles(names),
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      text: sheetXml(sheet, index === 0),
    })),
  ];
  return zipStream(files);
}

/** The whole workbook, for small tables. */
export async function writeXlsx(sheets: readonly OutSheet[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(streamXlsx(sheets)));
}
