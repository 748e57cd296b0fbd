import { defaultLimits } from './limits.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readSource } from './read-source.ts';
import type { TableSource } from './read-source.ts';
import { readWorkbook } from './read-xlsx.ts';
import { looksLikeZip } from './sniff-content.ts';
import type { TableFile } from './table-file.ts';

/** Opens an upload as workbook or text table by its content, whatever its name says. Throws SpreadsheetError. */
export async function openTableFile(
  source: TableSource,
  limits: Partial<SpreadsheetLimits> = {},
): Promise<TableFile> {
  const file = await readSource(source, { ...defaultLimits, ...limits });
  return looksLikeZip(file) ? readWorkbook(file, limits) : readCsv(file, limits);
}
