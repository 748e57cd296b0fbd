import type { Entry } from 'yauzl';
import { defaultLimits } from './limits.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { createXmlSink } from './parse-xml.ts';
import { readSource } from './read-source.ts';
import type { TableSource } from './read-source.ts';
import { readSharedStrings } from './shared-strings.ts';
import type { CellContext } from './sheet-cell.ts';
import { collectSheetRows } from './sheet-rows.ts';
import { refuseForeignContent } from './sniff-content.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { Row, TableFile } from './table-file.ts';
import { readSmallPart, readWorkbookParts } from './workbook-parts.ts';
import { readDateStyles } from './xlsx-styles.ts';
import { openZipParts } from './zip-parts.ts';
import type { ZipParts } from './zip-parts.ts';

/** An opened workbook; sheets in the order of the tabs, hidden ones included. */
export interface Workbook extends TableFile {
  readonly kind: 'xlsx';
}

/** Opens an .xlsx; rows are then read one chunk at a time. Throws SpreadsheetError, and the file system's error for a missing path. */
export async function readWorkbook(
  source: TableSource,
  limits: Partial<SpreadsheetLimits> = {},
): Promise<Workbook> {
  const bounds = { ...defaultLimits, ...limits };
  const buffer = await readSource(source, bounds);
  refuseForeignContent(buffer);
  const zip = await openZipParts(buffer, bounds);
  const parts = await readWorkbookParts(zip, bounds);
  const context: CellContext = {
    dateSystem: parts.dateSystem,
    dateStyles:
      parts.styles === undefined ? [] : await readDateStyles(readSmallPart(zip, parts.styles, bounds)),
    sharedStrings:
      parts.sharedStrings === undefined ? [] : await readSharedStrings(zip.read(parts.sharedStrings), bounds),
  };
  return {
    kind: 'xlsx',
    sheets: parts.sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows(sheetName) {
      const sheet = parts.sheets.find(({ name }) => name === sheetName);
      if (sheet === undefined) throw new SpreadsheetError('blatt-fehlt', 'unbekanntes Blatt');
      return readRows(zip, sheet.entry, context, bounds);
    },
  };
}

async function* readRows(
  zip: ZipParts,
  entry: Entry,
  context: CellContext,
  limits: SpreadsheetLimits,
): AsyncGenerator<Row> {
  const collector = collectSheetRows(context, limits);
  const sink = createXmlSink(collector);
  for await (const chunk of zip.read(entry)) {
    sink.write(chunk);
    yield* collector.take();
  }
  sink.end();
  yield* collector.take();
}
