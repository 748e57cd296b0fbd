/** Stable refusal codes of table files; the German sentence for each is chosen where it is shown. */
export const spreadsheetErrorCodes = [
  'datei-leer',
  'datei-kein-xlsx',
  'datei-verschluesselt',
  'datei-xls-alt',
  'datei-beschaedigt',
  'datei-zu-gross',
  'datei-zip-bombe',
  'datei-makro',
  'datei-zu-viele-zeilen',
  'datei-zu-viele-spalten',
  'datei-xml-unsicher',
  'datei-pfad',
  'datei-zeichensatz',
  'blatt-fehlt',
] as const;

/** One of the stable refusal codes. */
export type SpreadsheetErrorCode = (typeof spreadsheetErrorCodes)[number];

/** A refused table file. `detail` names the place and the limit, never the content of a cell, so it may be logged. */
export class SpreadsheetError extends Error {
  readonly code: SpreadsheetErrorCode;
  readonly detail: string;

  constructor(code: SpreadsheetErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'SpreadsheetError';
    this.code = code;
    this.detail = detail;
  }
}

/** Keeps a refusal as it is and turns any failure of a library into "datei-beschaedigt". */
export function asSpreadsheetError(error: unknown, place: string): SpreadsheetError {
  if (error instanceof SpreadsheetError) return error;
  return new SpreadsheetError('datei-beschaedigt', place);
}
