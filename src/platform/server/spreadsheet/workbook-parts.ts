import { posix } from 'node:path';
import type { Entry } from 'yauzl';
import type { SpreadsheetLimits } from './limits.ts';
import { isTrue, parseXml, prefixedAttribute } from './parse-xml.ts';
import type { XmlHandler } from './parse-xml.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { DateSystem } from './excel-date.ts';
import type { SheetInfo } from './table-file.ts';
import type { ZipParts } from './zip-parts.ts';

/** Where the pieces of a workbook lie in its package. */
export interface WorkbookParts {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly (SheetInfo & { readonly entry: Entry })[];
  readonly styles: Entry | undefined;
  readonly sharedStrings: Entry | undefined;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Follows the relations from the package to its sheets, in the order of the tabs. */
export async function readWorkbookParts(zip: ZipParts, limits: SpreadsheetLimits): Promise<WorkbookParts> {
  refuseMacros(zip);
  const root = await readRelations(zip, '', limits);
  const bookPath = [...root.values()].find(({ type }) => type === 'officeDocument')?.target;
  const book = bookPath === undefined ? undefined : zip.find(bookPath);
  if (bookPath === undefined || book === undefined)
    throw new SpreadsheetError('datei-kein-xlsx', 'keine Arbeitsmappe');
  if (!/\.xml$/i.test(bookPath)) throw new SpreadsheetError('datei-kein-xlsx', 'binäre Arbeitsmappe');
  const relations = await readRelations(zip, bookPath, limits);
  const listed: (SheetInfo & { relation: string })[] = [];
  let dateSystem: DateSystem = '1900';
  let isWorkbook = false;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr' && isTrue(attributes['date1904'])) dateSystem = '1904';
      if (name !== 'sheet') return;
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      listed.push({
        name: attributes['name'] ?? '',
        hidden,
        relation: prefixedAttribute(attributes, 'id') ?? '',
      });
      if (listed.length > limits.sheets)
        throw new SpreadsheetError('datei-zu-gross', `über ${limits.sheets} Blätter`);
    },
    text() {},
    close() {},
  };
  await parseXml(readSmallPart(zip, book, limits), handler);
  if (!isWorkbook) throw new SpreadsheetError('datei-kein-xlsx', 'keine Arbeitsmappe');
  const sheets = listed.flatMap(({ name, hidden, relation }) => {
    const found = relations.get(relation);
    // chart and dialog sheets carry no cells
    if (found !== undefined && found.type !== 'worksheet') return [];
    const entry = found === undefined ? undefined : zip.find(found.target);
    if (entry === undefined) throw new SpreadsheetError('datei-beschaedigt', 'Blatt fehlt im Paket');
    return [{ name, hidden, entry }];
  });
  if (sheets.length === 0) throw new SpreadsheetError('datei-leer', 'kein Tabellenblatt');
  const partOf = (type: string): Entry | undefined => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target;
    return target === undefined ? undefined : zip.find(target);
  };
  return { dateSystem, sheets, styles: partOf('styles'), sharedStrings: partOf('sharedStrings') };
}

/** The chunks of a part that is parsed before the first row. */
export function readSmallPart(zip: ZipParts, entry: Entry, limits: SpreadsheetLimits): AsyncIterable<Buffer> {
  if (entry.uncompressedSize > limits.smallPartBytes) {
    throw new SpreadsheetError('datei-zip-bombe', `Teil über ${limits.smallPartBytes} Bytes`);
  }
  return zip.read(entry);
}

function refuseMacros(zip: ZipParts): void {
  if (zip.names.some((name) => name.endsWith('vbaproject.bin') || name.includes('/macrosheets/'))) {
    throw new SpreadsheetError('datei-makro', 'Makros im Paket');
  }
}

async function readRelations(
  zip: ZipParts,
  partPath: string,
  limits: SpreadsheetLimits,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(partPath);
  const entry = zip.find(posix.join(folder, '_rels', `${posix.basename(partPath)}.rels`));
  const relations = new Map<string, Relation>();
  if (entry === undefined) return relations;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = (attributes['Target'] ?? '').replaceAll('\\', '/');
      const resolved = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      if (resolved.split('/').includes('..'))
        throw new SpreadsheetError('datei-pfad', 'Verweis aus dem Paket hinaus');
      const type = attributes['Type'] ?? '';
      relations.set(attributes['Id'] ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolved,
      });
    },
    text() {},
    close() {},
  };
  await parseXml(readSmallPart(zip, entry, limits), handler);
  return relations;
}
