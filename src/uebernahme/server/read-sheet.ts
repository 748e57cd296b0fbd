import { serialToIsoDay } from '#src/platform/server/spreadsheet/excel-date.ts';
import { germanDay } from '#src/platform/server/spreadsheet/german-text.ts';
import type { Cell, Row, TableFile } from '#src/platform/server/spreadsheet/table-file.ts';
import { guessSheet, type SheetGuess } from '../columns.ts';
import type { BlattZuordnung } from '../contract.ts';
import type { Feld } from '../feld.ts';
import { cleanText, keyOf } from '../normalise.ts';
import { rowCells, type RowCells } from './read-row.ts';

const headRows = 40;
const sampleRows = 3;

/** A cell as it is shown when somebody checks the columns. */
function showCell(cell: Cell | undefined, limit = 80): string {
  if (!cell) return '';
  switch (cell.kind) {
    case 'text':
      return cleanText(cell.text).slice(0, limit);
    case 'number':
      return (cell.isDate && shownDay(cell.value)) || String(cell.value);
    case 'boolean':
      return cell.value ? 'ja' : 'nein';
    case 'error':
      return cell.text.slice(0, 20);
    case 'formula':
      return '=…';
  }
}

function shownDay(serial: number): string | undefined {
  const day = serialToIsoDay(serial);
  return day === null ? undefined : germanDay(day);
}

export interface SheetFinding extends SheetGuess {
  readonly name: string;
  readonly versteckt: boolean;
  /** First rows below the headings. */
  readonly beispiel: readonly (readonly string[])[];
  /** Texts above the headings; they may name the region. */
  readonly ueberschrift: readonly string[];
}

/** Reads the beginning of every sheet and says what it seems to hold. */
export async function findSheets(file: TableFile): Promise<SheetFinding[]> {
  const found: SheetFinding[] = [];
  for (const { name, hidden } of file.sheets) {
    const head = await firstRows(file, name);
    const guess = guessSheet(
      name,
      hidden,
      head.map(({ number, cells }) => ({ number, cells: cells.map((cell) => showCell(cell)) })),
    );
    const line = guess.kopfzeile ?? 0;
    found.push({
      ...guess,
      name,
      versteckt: hidden,
      beispiel: head
        .filter(({ number }) => number > line)
        .slice(0, sampleRows)
        .map(({ cells }) => cells.map((cell) => showCell(cell))),
      ueberschrift: head
        .filter(({ number }) => number < line)
        .flatMap(({ cells }) => cells.map((cell) => showCell(cell, 300))),
    });
  }
  return found;
}

async function firstRows(file: TableFile, name: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of file.rows(name)) {
    rows.push(row);
    if (rows.length >= headRows + sampleRows) break;
  }
  return rows;
}

/** Heading of each field, as it stands in the sheet. */
export type Titles = ReadonlyMap<Feld, string>;

/**
 * Yields the rows below the headings. Blank rows, repeated headings and sums at the foot are no data.
 * `onTitles` receives the headings before the first row.
 */
export async function* dataRows(
  file: TableFile,
  blatt: BlattZuordnung,
  onTitles: (titles: Titles) => void,
): AsyncGenerator<RowCells> {
  const columns = new Map(blatt.spalte.map(({ nummer, feld }) => [nummer, feld]));
  const kopfzeile = blatt.kopfzeile ?? 0;
  let titles: Titles = new Map(blatt.spalte.map(({ nummer, feld }) => [feld, `Spalte ${nummer}`]));
  let started = false;
  for await (const row of file.rows(blatt.name)) {
    if (row.number < kopfzeile) continue;
    if (row.number === kopfzeile) {
      titles = headingsOf(row, columns, titles);
      continue;
    }
    if (!started) onTitles(titles);
    started = true;
    const cells = rowCells(row, columns);
    if (!isNoise(cells, titles)) yield cells;
  }
  if (!started) onTitles(titles);
}

function headingsOf(row: Row, columns: ReadonlyMap<number, Feld>, fallback: Titles): Titles {
  const titles = new Map(fallback);
  for (const [nummer, feld] of columns) {
    const title = showCell(row.cells[nummer - 1]);
    if (title !== '') titles.set(feld, title);
  }
  return titles;
}

/** Blank in every column that is read, a sum or legend at the foot, or the headings once more. */
function isNoise({ cells }: RowCells, titles: Titles): boolean {
  const filled = [...cells].filter(([, cell]) => showCell(cell) !== '');
  if (filled.length === 0) return true;
  if (
    filled.length <= 2 &&
    filled.some(([, cell]) => /^(summe|gesamt|anzahl|stand|legende|quelle)\b/i.test(showCell(cell)))
  )
    return true;
  return (
    filled.length > 1 &&
    filled.every(([feld, cell]) => keyOf(showCell(cell)) === keyOf(titles.get(feld) ?? ''))
  );
}
