import { columnLetters } from './cell-reference.ts';
import { escapeText } from './escaped-text.ts';
import { isoDayToSerial } from './excel-date.ts';
import { lastSheetRow } from './limits.ts';
import { looksLikeFormula } from './formula-text.ts';
import { germanDay } from './german-text.ts';
import type { OutCell, OutColumn, OutSheet } from './table-output.ts';
import { cellStyle } from './workbook-xml.ts';

const lastColumn = 16_384;
const maxCellChars = 32_767;

/** The XML of one sheet in pieces, one row each: title and notes, a blank row, the frozen heading, rows, a blank row, footnotes. */
export async function* sheetXml(sheet: OutSheet, selected: boolean): AsyncGenerator<string> {
  if (sheet.columns.length > lastColumn) throw new RangeError('too many columns for a sheet');
  const above = [...(sheet.title === undefined ? [] : [sheet.title]), ...(sheet.notes ?? [])];
  const headingRow = above.length === 0 ? 1 : above.length + 2;
  yield sheetStart(sheet.columns, headingRow, selected);
  for (const [index, line] of above.entries()) {
    const style = index === 0 && sheet.title !== undefined ? cellStyle.title : cellStyle.plain;
    yield rowXml(index + 1, [textCell(`A${index + 1}`, line, style)]);
  }
  yield rowXml(
    headingRow,
    sheet.columns.map(({ title }, index) =>
      textCell(columnLetters(index + 1) + headingRow, title, cellStyle.heading),
    ),
  );
  const letters = sheet.columns.map((_, index) => columnLetters(index + 1));
  let row = headingRow;
  for await (const cells of sheet.rows) {
    row += 1;
    if (cells.length > letters.length)
      throw new RangeError('a row has more cells than the table has columns');
    yield rowXml(
      row,
      cells.map((cell, index) => cellXml(`${letters[index] ?? ''}${row}`, cell)),
    );
  }
  const below = [...(sheet.footnotes ?? []), ...(sheet.mark === undefined ? [] : [sheet.mark])];
  for (const [index, line] of below.entries()) {
    const number = row + 2 + index;
    yield rowXml(number, [textCell(`A${number}`, line, cellStyle.plain)]);
  }
  yield '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
  yield `${pageFooter(sheet.mark)}</worksheet>`;
}

/** At the foot of each printed page; "&" begins a command there and is doubled, after "&8" no digit may follow. */
function pageFooter(mark: string | undefined): string {
  if (mark === undefined) return '';
  return `<headerFooter><oddFooter>${escapeText(`&L&8 ${mark.replaceAll('&', '&&')}`.slice(0, 250))}</oddFooter></headerFooter>`;
}

function sheetStart(columns: readonly OutColumn[], headingRow: number, selected: boolean): string {
  const widths = columns.map(({ title, width }, index) => {
    const chars = Math.min(255, width ?? Math.max(10, title.length + 2));
    return `<col min="${index + 1}" max="${index + 1}" width="${chars}" customWidth="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
    `<sheetView ${selected ? 'tabSelected="1" ' : ''}workbookViewId="0">` +
    `<pane ySplit="${headingRow}" topLeftCell="A${headingRow + 1}" activePane="bottomLeft" state="frozen"/>` +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `${widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`}<sheetData>`
  );
}

function rowXml(row: number, cells: readonly string[]): string {
  if (row > lastSheetRow) throw new RangeError('too many rows for a sheet');
  return `<row r="${row}">${cells.join('')}</row>`;
}

function cellXml(reference: string, cell: OutCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(reference, cell, cellStyle.plain);
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return numberCell(reference, cell, cellStyle.plain);
  if ('percent' in cell) return numberCell(reference, cell.percent, cellStyle.percent);
  const serial = isoDayToSerial(cell.day);
  // births before 1900 have no serial, and serials up to 60 differ between programs
  if (serial === null || serial <= 60) return textCell(reference, germanDay(cell.day), cellStyle.plain);
  return numberCell(reference, serial, cellStyle.day);
}

function numberCell(reference: string, value: number, style: number): string {
  if (!Number.isFinite(value)) throw new RangeError('a sheet cannot hold NaN or infinity');
  return `<c r="${reference}"${style === 0 ? '' : ` s="${style}"`}><v>${value}</v></c>`;
}

function textCell(reference: string, text: string, style: number): string {
  if (text.length > maxCellChars) throw new RangeError('text too long for a cell');
  // an inline string is never evaluated; the quote prefix keeps it so after somebody edits the cell
  const shown = style === cellStyle.plain && looksLikeFormula(text) ? cellStyle.literal : style;
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}"${shown === 0 ? '' : ` s="${shown}"`} t="inlineStr"><is><t${space}>${escapeText(text)}</t></is></c>`;
}
