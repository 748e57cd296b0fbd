/** Whether a spreadsheet could take the text for a formula: = + - @ tab CR first, also full-width. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r＝＋－＠]/.test(text);
}
