/** Keeps Latin letters whole inside a text of the other direction: "Alpha e. V." keeps its last dot. */
const leftToRight = '\u200E';
const rightToLeft = /\p{Script=Arabic}/u;

/** A text of a right-to-left language in which known Latin values keep their own direction. */
export function isolateValues(text: string, values: readonly string[]): string {
  const latin = [...new Set(values)]
    .filter((value) => value !== '' && !rightToLeft.test(value))
    .toSorted((a, b) => b.length - a.length);
  if (latin.length === 0) return text;
  const known = new RegExp(latin.map((value) => RegExp.escape(value)).join('|'), 'gu');
  return text.replaceAll(known, (value) => leftToRightIn(value));
}

/** Something that reads from left to right in every language, such as a span of time. */
export function leftToRightIn(text: string): string {
  return leftToRight + text + leftToRight;
}

/** Words that nobody filled in become a line to write on. */
export function ruleBlanks(text: string): string {
  return text.replaceAll(/\{\w+\}/g, '____________________');
}
