import { serialToIsoDay } from '#src/platform/server/spreadsheet/excel-date.ts';
import { looksLikeFormula } from '#src/platform/server/spreadsheet/formula-text.ts';
import { openTableFile } from '#src/platform/server/spreadsheet/open-table-file.ts';
import { SpreadsheetError } from '#src/platform/server/spreadsheet/spreadsheet-error.ts';
import type { Cell, Row, TableFile } from '#src/platform/server/spreadsheet/table-file.ts';
import { columnOf, type DateiZeile, type Spalte } from '../austausch.ts';
import { fromHsds } from './austausch-hsds.ts';
import { DATEI_ZEILEN, type AustauschMessage } from './austausch-parse.ts';

/** Rows in which the heading is looked for: titles and notes may stand above it. */
const headRows = 20;

async function read(bytes: Uint8Array): Promise<readonly DateiZeile[]> {
  return startsJson(bytes)
    ? readHsds(bytes)
    : readTable(await openTableFile(bytes, { rows: DATEI_ZEILEN + headRows }));
}

function startsJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*[[{]/.test(Buffer.from(bytes.subarray(0, 64)).toString('utf8'));
}

function readHsds(bytes: Uint8Array): readonly DateiZeile[] {
  let document: unknown;
  try {
    document = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch {
    throw new SpreadsheetError('datei-beschaedigt', 'JSON');
  }
  const found = fromHsds(document);
  if (!found) throw new AustauschError('datei-kein-hsds');
  return found;
}

/** The first sheet whose first rows have headings for an offer and its office. */
async function readTable(file: TableFile): Promise<readonly DateiZeile[]> {
  for (const { name } of file.sheets) {
    const found = await readSheet(file.rows(name), file.kind);
    if (found) return found;
  }
  throw new AustauschError('datei-ohne-spalten');
}

async function readSheet(
  rows: AsyncIterable<Row>,
  kind: TableFile['kind'],
): Promise<readonly DateiZeile[] | undefined> {
  let columns: (Spalte | undefined)[] | undefined;
  const found: DateiZeile[] = [];
  let seen = 0;
  for await (const row of rows) {
    if (columns) found.push(zeileOf(row, columns, kind));
    else {
      const titles = row.cells.map((cell) => columnOf(textOf(cell, kind)));
      // Of two columns that mean the same the first counts.
      const once = titles.map((name, at) => (titles.indexOf(name) === at ? name : undefined));
      if (once.includes('name') && once.includes('stelle')) columns = once;
      seen += 1;
      if (seen > headRows) return undefined;
    }
  }
  return columns && found;
}

function zeileOf(row: Row, columns: readonly (Spalte | undefined)[], kind: TableFile['kind']): DateiZeile {
  const formel: Spalte[] = [];
  const werte = columns.flatMap((name, at): [Spalte, string][] => {
    const cell = row.cells[at] ?? null;
    if (name === undefined) return [];
    if (cell?.kind === 'formula' || cell?.kind === 'error') formel.push(name);
    return [[name, textOf(cell, kind)]];
  });
  return { zeile: row.number, werte: Object.fromEntries(werte), formel };
}

function textOf(cell: Cell, kind: TableFile['kind']): string {
  switch (cell?.kind) {
    case 'text':
      return kind === 'csv' ? unescapeFormula(cell.text) : cell.text;
    case 'number':
      return cell.isDate ? (serialToIsoDay(cell.value) ?? '') : String(cell.value);
    case 'boolean':
      return cell.value ? 'ja' : 'nein';
    case 'formula':
    case 'error':
    case undefined:
      return '';
  }
}

/** Takes back the apostrophe that keeps a spreadsheet from taking a text for a formula. */
function unescapeFormula(text: string): string {
  return text.startsWith("'") && looksLikeFormula(text.replace(/^'+/, '')) ? text.slice(1) : text;
}

class AustauschError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function send(message: AustauschMessage | { art: 'fehler'; code: string; detail: string }): void {
  process.send?.(message);
}

async function start({ bytes }: { readonly bytes: Uint8Array }): Promise<void> {
  try {
    const zeilen = await read(bytes);
    if (zeilen.length > DATEI_ZEILEN)
      throw new SpreadsheetError('datei-zu-viele-zeilen', `über ${DATEI_ZEILEN}`);
    send({ art: 'zeilen', zeilen });
  } catch (error) {
    if (error instanceof SpreadsheetError) send({ art: 'fehler', code: error.code, detail: error.detail });
    else if (error instanceof AustauschError) send({ art: 'fehler', code: error.code, detail: '' });
    else send({ art: 'fehler', code: 'unerwartet', detail: error instanceof Error ? error.name : '' });
  }
}

// The first message is the job; parse-process.ts ends the process when it has the answer.
process.once('message', (job: unknown) => void start(job as { bytes: Uint8Array }));
process.once('disconnect', () => process.exit());
