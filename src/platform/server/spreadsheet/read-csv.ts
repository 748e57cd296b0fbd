import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { guessDelimiter } from './csv-delimiter.ts';
import type { CsvDelimiter } from './csv-delimiter.ts';
import { decodeText, detectEncoding } from './csv-encoding.ts';
import type { CsvEncoding } from './csv-encoding.ts';
import { defaultLimits, lastSheetRow } from './limits.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { readSource } from './read-source.ts';
import type { TableSource } from './read-source.ts';
import { refuseDocuments, refuseOle } from './sniff-content.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { Cell, Row, TableFile } from './table-file.ts';

const sheetName = 'Tabelle';
const maxRecordChars = 2_000_000;

/** An opened text table: one sheet named "Tabelle" with text cells only. */
export interface CsvFile extends TableFile {
  readonly kind: 'csv';
  readonly encoding: CsvEncoding;
  readonly delimiter: CsvDelimiter;
}

/** Opens a text table; `number` of a row counts records, so a line break inside quotes does not count. Throws SpreadsheetError. */
export async function readCsv(
  source: TableSource,
  limits: Partial<SpreadsheetLimits> = {},
): Promise<CsvFile> {
  const bounds = { ...defaultLimits, ...limits };
  const file = await readSource(source, bounds);
  refuseOle(file);
  refuseDocuments(file);
  const encoding = detectEncoding(file);
  const sample = decodeText(file, encoding).next().value ?? '';
  if (sample.trim() === '' && isBlank(file, encoding)) throw new SpreadsheetError('datei-leer', 'kein Text');
  const announced = /^sep=([;,\t])\r?\n/i.exec(sample);
  const delimiter = isDelimiter(announced?.[1]) ? announced[1] : guessDelimiter(sample);
  return {
    kind: 'csv',
    encoding,
    delimiter,
    sheets: [{ name: sheetName, hidden: false }],
    rows(name) {
      if (name !== sheetName) throw new SpreadsheetError('blatt-fehlt', 'unbekanntes Blatt');
      return readRecords(decodeText(file, encoding), delimiter, announced !== null, bounds);
    },
  };
}

async function* readRecords(
  text: Iterable<string>,
  delimiter: CsvDelimiter,
  skipFirst: boolean,
  limits: SpreadsheetLimits,
): AsyncGenerator<Row> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: maxRecordChars,
  });
  pipeline(Readable.from(text), parser, () => {
    // a failure reaches the loop below through the parser
  });
  let number = 0;
  let kept = 0;
  try {
    for await (const item of parser) {
      const record: unknown = item;
      number += 1;
      if (number > lastSheetRow) throw new SpreadsheetError('datei-zu-viele-zeilen', `Zeile ${number}`);
      if (!Array.isArray(record) || (skipFirst && number === 1)) continue;
      const cells = toCells(record, number, limits);
      if (cells.length === 0) continue;
      kept += 1;
      if (kept > limits.rows)
        throw new SpreadsheetError('datei-zu-viele-zeilen', `über ${limits.rows} Zeilen`);
      yield { number, hidden: false, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const tooLong = error.code === 'CSV_MAX_RECORD_SIZE';
    throw new SpreadsheetError(tooLong ? 'datei-zu-gross' : 'datei-beschaedigt', `nach Zeile ${number}`);
  }
}

function toCells(record: readonly unknown[], number: number, limits: SpreadsheetLimits): Cell[] {
  const cells: Cell[] = record.map((field) =>
    typeof field === 'string' && field !== '' ? { kind: 'text', text: field } : null,
  );
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  if (cells.length > limits.columns) {
    throw new SpreadsheetError('datei-zu-viele-spalten', `Zeile ${number}, erlaubt ${limits.columns}`);
  }
  if (cells.some((cell) => cell?.kind === 'text' && cell.text.length > limits.cellChars)) {
    throw new SpreadsheetError('datei-zu-gross', `Zelle in Zeile ${number}`);
  }
  return cells;
}

function isBlank(file: Buffer, encoding: CsvEncoding): boolean {
  for (const piece of decodeText(file, encoding)) if (piece.trim() !== '') return false;
  return true;
}

function isDelimiter(text: string | undefined): text is CsvDelimiter {
  return text === ';' || text === ',' || text === '\t';
}
