/** A place in a text: the match stands from `von` to `bis` of the excerpt. */
export interface Fundstelle {
  readonly auszug: string;
  readonly von: number;
  readonly bis: number;
}

/** Characters shown before and after a match. */
const AROUND = 60;

/** A text without case and accents, and for each of its characters the place in the original. */
function fold(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = foldLetter(letter);
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    folded += plain;
    at += letter.length;
  }
  places.push(at);
  return { folded, places };
}

function foldLetter(letter: string): string {
  if (/\s/.test(letter)) return ' ';
  return letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/**
 * Where words stand in a text, at most `limit` excerpts: whatever their case and accents, „cafe“ finds „Café“, „strasse“
 * „Straße“. An excerpt is whole words of the text itself.
 */
export function findWords(text: string, gesucht: string, limit: number): Fundstelle[] {
  const needle = fold(gesucht.trim()).folded;
  if (needle === '') return [];
  const { folded, places } = fold(text);
  const found: Fundstelle[] = [];
  for (let at = folded.indexOf(needle); at !== -1 && found.length < limit;) {
    const start = places[at] ?? 0;
    const end = endOf(text, places[at + needle.length - 1] ?? start);
    found.push(excerpt(text, start, end));
    // What stands in the excerpt already is no place of its own.
    const next = places.findIndex((place, index) => index >= at + needle.length && place > end + AROUND);
    at = next === -1 ? -1 : folded.indexOf(needle, next);
  }
  return found;
}

/** Behind the letter at a place, with the accents that were written as characters of their own. */
function endOf(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1);
  while (/\p{M}/u.test(text.charAt(end))) end += 1;
  return end;
}

function excerpt(text: string, start: number, end: number): Fundstelle {
  const left = start <= AROUND ? 0 : text.lastIndexOf(' ', start - AROUND) + 1;
  const space = text.indexOf(' ', end + AROUND);
  const right = end + AROUND >= text.length || space === -1 ? text.length : space;
  // A text without spaces is cut, however long it is.
  const from = Math.max(left, start - 2 * AROUND);
  const to = Math.min(right, end + 2 * AROUND);
  const before = from > 0 ? '… ' : '';
  const after = to < text.length ? ' …' : '';
  return {
    auszug: `${before}${text.slice(from, to)}${after}`,
    von: before.length + start - from,
    bis: before.length + end - from,
  };
}
