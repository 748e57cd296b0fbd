/** Last row of a sheet; a text table with more lines, blank or not, is refused as well. */
export const lastSheetRow = 1_048_576;

/** Upper bounds for one uploaded table file; bytes, counts and UTF-16 units. */
export interface SpreadsheetLimits {
  readonly fileBytes: number;
  /** All parts together after inflating. */
  readonly inflatedBytes: number;
  /** One part that is read whole before the first row: workbook, styles, relations. */
  readonly smallPartBytes: number;
  /** Inflated to packed, for a part and for the file; parts up to 1 MiB are exempt. */
  readonly ratio: number;
  readonly parts: number;
  readonly sheets: number;
  /** Rows with at least one value, per sheet. */
  readonly rows: number;
  readonly columns: number;
  readonly cellChars: number;
  /** Shared strings of a workbook together, each counted with 24 for its own overhead. */
  readonly sharedChars: number;
}

/** Room for 100,000 rows by 21 columns with every text different; Excel's own limit per cell. */
export const defaultLimits: SpreadsheetLimits = {
  fileBytes: 50 * 1024 * 1024,
  inflatedBytes: 400 * 1024 * 1024,
  smallPartBytes: 16 * 1024 * 1024,
  ratio: 200,
  parts: 2_000,
  sheets: 64,
  rows: 200_000,
  columns: 200,
  cellChars: 32_767,
  sharedChars: 100_000_000,
};
