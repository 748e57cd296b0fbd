import { columnOf } from './cell-reference.ts';
import { lastSheetRow } from './limits.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { isTrue } from './parse-xml.ts';
import type { XmlAttributes, XmlHandler } from './parse-xml.ts';
import { toCell } from './sheet-cell.ts';
import type { CellContext } from './sheet-cell.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { Cell, Row } from './table-file.ts';

/** Collects rows from the XML of a sheet; `take` hands over the finished ones. */
export interface SheetRows extends XmlHandler {
  take(): Row[];
}

/** Rows without any value are dropped, so a sheet formatted down to the last row stays small. */
export function collectSheetRows(context: CellContext, limits: SpreadsheetLimits): SheetRows {
  let finished: Row[] = [];
  let kept = 0;
  let inSheet = false;
  let rowNumber = 0;
  let hidden = false;
  let cells: Cell[] | undefined;
  let column = 0;
  let open: XmlAttributes | undefined;
  let into: 'value' | 'formula' | 'inline' | undefined;
  let hasFormula = false;
  let phonetic = 0;
  const texts = { value: '', formula: '', inline: '' };

  function openRow(attributes: XmlAttributes): void {
    const next = attributes['r'] === undefined ? rowNumber + 1 : Number(attributes['r']);
    if (!Number.isInteger(next) || next <= rowNumber)
      throw new SpreadsheetError('datei-beschaedigt', 'Zeilennummer');
    if (next > lastSheetRow) throw new SpreadsheetError('datei-zu-viele-zeilen', `Zeile ${next}`);
    rowNumber = next;
    hidden = isTrue(attributes['hidden']);
    cells = [];
    column = 0;
  }

  function openCell(attributes: XmlAttributes): void {
    const ref = attributes['r'];
    column = ref === undefined ? column + 1 : columnOf(ref);
    open = attributes;
    hasFormula = false;
    phonetic = 0;
    texts.value = texts.formula = texts.inline = '';
  }

  function closeCell(attributes: XmlAttributes): void {
    const formula = hasFormula ? texts.formula : undefined;
    const cell = toCell({ attributes, value: texts.value, inline: texts.inline, formula }, context);
    open = undefined;
    if (cell === null || cells === undefined) return;
    if (column > limits.columns) {
      throw new SpreadsheetError('datei-zu-viele-spalten', `Spalte ${column}, erlaubt ${limits.columns}`);
    }
    if (cell.kind === 'text' && cell.text.length > limits.cellChars) refuseCell();
    while (cells.length < column - 1) cells.push(null);
    cells[column - 1] = cell;
  }

  function closeRow(row: Cell[]): void {
    cells = undefined;
    if (row.length === 0) return;
    kept += 1;
    if (kept > limits.rows) throw new SpreadsheetError('datei-zu-viele-zeilen', `über ${limits.rows} Zeilen`);
    finished.push({ number: rowNumber, hidden, cells: row });
  }

  function refuseCell(): never {
    throw new SpreadsheetError('datei-zu-gross', `Zelle Zeile ${rowNumber} Spalte ${column}`);
  }

  return {
    open(name, attributes) {
      if (name === 'sheetData') inSheet = true;
      else if (!inSheet) return;
      else if (name === 'row') openRow(attributes);
      else if (name === 'c' && cells !== undefined) openCell(attributes);
      else if (open === undefined) return;
      else if (name === 'rPh') phonetic += 1;
      else if (name === 'v') into = 'value';
      else if (name === 'f') [into, hasFormula] = ['formula', true];
      else if (name === 't' && phonetic === 0) into = 'inline';
    },
    text(piece) {
      if (into === undefined) return;
      texts[into] += piece;
      // seven characters stand for one in the _x000D_ notation
      if (texts[into].length > limits.cellChars * 7) refuseCell();
    },
    close(name) {
      if (name === 'v' || name === 'f' || name === 't') into = undefined;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c' && open !== undefined) closeCell(open);
      else if (name === 'row' && cells !== undefined) closeRow(cells);
      else if (name === 'sheetData') inSheet = false;
    },
    take() {
      const rows = finished;
      finished = [];
      return rows;
    },
  };
}
