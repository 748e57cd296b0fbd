import { SpreadsheetError } from './spreadsheet-error.ts';

/** Column number from 1 of a reference such as `AB12`. */
export function columnOf(reference: string): number {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d{1,7}$/.exec(reference)?.[1];
  if (letters === undefined) throw new SpreadsheetError('datei-beschaedigt', 'Zellbezug');
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** Letters of a column number from 1: 28 is `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
