import { Readable, pipeline } from 'node:stream';
import { stringify } from 'csv-stringify';
import { looksLikeFormula } from './formula-text.ts';
import { germanDay, germanNumber, germanPercent } from './german-text.ts';
import type { OutCell, OutSheet } from './table-output.ts';

/** The table without its surroundings; a text table has no room for title and footnotes. */
export type CsvTable = Pick<OutSheet, 'columns' | 'rows'>;

/** Semicolons, byte order mark and CRLF for German Excel. Text that looks like a formula gets a leading apostrophe. */
export async function* streamCsv(table: CsvTable): AsyncGenerator<Buffer> {
  const stringifier = stringify({ delimiter: ';', bom: true, record_delimiter: '\r\n' });
  pipeline(Readable.from(records(table)), stringifier, () => {
    // a failing source reaches the loop below through the stream
  });
  for await (const chunk of stringifier) {
    const text: unknown = chunk;
    if (Buffer.isBuffer(text)) yield text;
    else if (typeof text === 'string') yield Buffer.from(text);
  }
}

/** The whole text table, for small tables. */
export async function writeCsv(table: CsvTable): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(streamCsv(table)));
}

async function* records({ columns, rows }: CsvTable): AsyncGenerator<string[]> {
  yield columns.map(({ title }) => escapeFormula(title));
  for await (const row of rows) yield row.map(toField);
}

function toField(cell: OutCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return escapeFormula(cell);
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nein';
  if (typeof cell === 'number') return germanNumber(cell);
  return 'percent' in cell ? germanPercent(cell.percent) : germanDay(cell.day);
}

// csv-stringify's escape_formulas would also mark negative numbers, which reach it as text because of the decimal comma
function escapeFormula(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}
