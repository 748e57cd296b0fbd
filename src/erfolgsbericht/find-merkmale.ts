import type { Fund, MerkmalArt, VerratendesWort } from './bericht.ts';

/** Text without case, accents and apostrophes, with the place of each letter in the original. */
interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

/** Letters that are written without their mark where a keyboard has none. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
};

function fold(source: string): Folded {
  let text = '';
  const at: number[] = [];
  let place = 0;
  for (const char of source) {
    const plain = char
      .normalize('NFD')
      .replaceAll(/[\p{M}\p{Lm}\p{Cf}'’‘`´]/gu, '')
      .toLowerCase()
      .replaceAll(/[ßıłøđðæœ]/g, (sign) => plainLetters[sign] ?? sign);
    for (let i = 0; i < plain.length; i += 1) at.push(place);
    text += plain;
    place += char.length;
  }
  at.push(place);
  return { text, at };
}

const wordSign = /[\p{L}\p{N}]/u;
/** Parts of names that are words of their own in many texts. */
const particles = new Set([
  'al',
  'el',
  'de',
  'da',
  'der',
  'den',
  'von',
  'van',
  'und',
  'in',
  'am',
  'im',
  'la',
  'le',
]);
/** Names stand alone as well as whole: "Amal" and "Haddad" of "Amal Haddad". */
const inParts = new Set<MerkmalArt>(['name', 'familie', 'fachkraft']);

const patterns: readonly (readonly [MerkmalArt, RegExp])[] = [
  ['email', /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]*\p{L}/gu],
  ['internet', /(?:https?:\/\/|www\.)\S+/giu],
  ['datum', /(?<!\d)\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?/gu],
  ['datum', /(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})(?!\d)/gu],
  [
    'datum',
    /(?:\d{1,2}\.\s?)(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{L}*|(?<!\p{L})(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{L}*\.?\s\d{4}/gu,
  ],
  ['telefon', /(?<![\p{L}\d])(?:\+|0)\d[\d\s/().-]{4,}\d/gu],
  [
    'adresse',
    /(?<![\p{L}-])[\p{L}-]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring)\s+\d+\s?[a-z]?(?!\p{L})/giu,
  ],
  ['anrede', /(?<!\p{L})(?:Herrn?|Frau|Hr\.|Fr\.|Familie)\s+(?!Anfang|Mitte|Ende)\p{Lu}[\p{L}’'-]+/gu],
  ['jahr', /(?<!\d)(?:19|20)\d{2}(?!\d)/gu],
  ['nummer', /(?<!\d)\d{4,}(?!\d)/gu],
];

/**
 * Places of a text that can tell who somebody is: the words that are known of the case, however they are written, and
 * whatever looks like a date, a number, an address or a form of address. Sorted, none inside another.
 */
export function findMerkmale(text: string, worte: readonly VerratendesWort[]): Fund[] {
  const found = findEach(text, worte);
  for (const [art, pattern] of patterns) {
    for (const match of text.matchAll(pattern))
      found.push({ art, von: match.index, bis: match.index + match[0].length });
  }
  return outermost(found);
}

/** Places of the words alone, however they are written; dates, numbers and the like are left. */
export function findWorte(text: string, worte: readonly VerratendesWort[]): Fund[] {
  return outermost(findEach(text, worte));
}

function findEach(text: string, worte: readonly VerratendesWort[]): Fund[] {
  const folded = fold(text);
  return worte.flatMap((wort) => spellings(wort).flatMap((each) => findWord(text, folded, each, wort)));
}

/** A word as a whole, its parts where each names somebody, and with umlauts written out. */
function spellings({ art, wort }: VerratendesWort): readonly string[] {
  const whole = wort.trim();
  const parts = inParts.has(art) ? whole.split(/[\s\-‐–,./]+/u) : [];
  const telling = parts.filter((part) => part.length > 1 && !particles.has(part.toLowerCase()));
  const all = [whole, ...telling].filter((each) => wordSign.test(each));
  return [...new Set(all.flatMap((each) => [each, spellOut(each)]))];
}

function spellOut(text: string): string {
  const signs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
  return text.normalize('NFC').replaceAll(/[äöüÄÖÜ]/g, (sign) => signs[sign] ?? sign);
}

function findWord(text: string, folded: Folded, spelling: string, { art, anfang }: VerratendesWort): Fund[] {
  const needle = fold(spelling).text;
  if (needle === '') return [];
  const found: Fund[] = [];
  for (let from = folded.text.indexOf(needle); from >= 0; from = folded.text.indexOf(needle, from + 1)) {
    const before = folded.text.slice(0, from).at(-1) ?? ' ';
    if (wordSign.test(before) && wordSign.test(needle[0] ?? '')) continue;
    const rest = /^[\p{L}\p{N}]*/u.exec(folded.text.slice(from + needle.length))?.[0] ?? '';
    if (!isEnding(rest, needle, art, anfang)) continue;
    const von = folded.at[from] ?? 0;
    const bis = folded.at[from + needle.length + rest.length] ?? text.length;
    // "An" and "Da" are names and words: only written like the name do they count.
    if (
      needle.length <= 3 &&
      !anfang &&
      fold(spelling).text === needle &&
      !sameCase(text.slice(von, bis), spelling)
    )
      continue;
    found.push({ art, von, bis });
  }
  return found;
}

/** What may follow: nothing, a genitive, and for places and countries the words made of them ("Lüner", "syrisch"). */
function isEnding(rest: string, needle: string, art: MerkmalArt, anfang: boolean): boolean {
  if (rest === '' || rest === 's') return true;
  if (anfang) return needle.length > 3 ? rest.length <= 7 : /^(ien|isch|er|e$|in)/u.test(rest);
  return (art === 'kommune' || art === 'ortsteil') && /^(er|ern|erin|erinnen)$/u.test(rest);
}

function sameCase(written: string, name: string): boolean {
  return /^\p{Lu}/u.test(written) === /^\p{Lu}/u.test(name);
}

function outermost(found: readonly Fund[]): Fund[] {
  const kept: Fund[] = [];
  for (const fund of found.toSorted((a, b) => a.von - b.von || b.bis - a.bis)) {
    const last = kept.at(-1);
    if (last && fund.von < last.bis) {
      if (fund.bis > last.bis) kept.splice(-1, 1, { ...last, bis: fund.bis });
    } else kept.push(fund);
  }
  return kept;
}

/** The beginning that a country and its people share: "Syr" of Syrien, "Afghan" of Afghanistan. */
export function landStamm(name: string): string {
  const [first = ''] = name.split(' ');
  const stem = first.replace(/(istan|ien|land|ei|[aeiouy])$/u, '');
  return stem.length >= 3 ? stem : first;
}

/** "Lüner" is made of Lünen: a place without its last syllable. */
export function ortStamm(name: string): string | undefined {
  return /.{3}en$/u.test(name) ? name.slice(0, -2) : undefined;
}
