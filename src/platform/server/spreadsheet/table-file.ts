/** Value a formula had when the file was last saved; `null` when none was stored. */
export type CachedValue =
  | null
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly isDate: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly text: string };

/** One cell. Date serials always count in the 1900 system, whatever system the workbook uses. */
export type Cell =
  | CachedValue
  | { readonly kind: 'formula'; readonly text: string; readonly cached: CachedValue };

/** One row with at least one value. `number` counts from 1 as on screen, blank rows included; `cells` ends with a value. */
export interface Row {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
}

/** A sheet as listed in the workbook. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** An opened upload. `rows` reads from the start on every call and throws SpreadsheetError. */
export interface TableFile {
  readonly kind: 'xlsx' | 'csv';
  readonly sheets: readonly SheetInfo[];
  rows(sheetName: string): AsyncIterable<Row>;
}
