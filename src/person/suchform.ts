/** Letters that the search form of DIN 91379 writes with two letters or that Unicode does not split into letter and mark. */
const letters: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  å: 'aa',
  æ: 'ae',
  ø: 'oe',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ə: 'e',
};

/** Letters whose sound the search form loses; the sound key reads them first. */
const sounds: Readonly<Record<string, string>> = {
  ş: 'sh',
  ș: 'sh',
  š: 'sh',
  ś: 'sh',
  ç: 'tsch',
  č: 'tsch',
  ć: 'tsch',
  ž: 'sh',
  ż: 'sh',
  ź: 'sh',
  ğ: '',
  ñ: 'n',
  ț: 'ts',
  ţ: 'ts',
};

/**
 * Search form of a name (DIN 91379): lower case, a to z; the parts as a sorted set with blanks between, so that the
 * order of given and family name does not matter. Hyphens split, apostrophes vanish, "al" and "Abd" stay parts of their own.
 */
export function suchform(...teile: readonly string[]): string {
  return distinct(parts(teile).map(plain));
}

/**
 * Sound key of a name, part by part: what different transliterations of one name have in common
 * (Mohamed = Muhammad, Aisha = Ayşe, Schewtschenko = Shevchenko). Sorted set with blanks between, like the search form.
 */
export function suchlaut(...teile: readonly string[]): string {
  return distinct(parts(teile).map((part) => sound(plain(replaceAll(part, sounds)))));
}

function parts(teile: readonly string[]): string[] {
  return teile
    .join(' ')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/['’ʼ‘ʾʿ`´]/g, '')
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean);
}

// Once more after the marks are gone: Ǽ and Ǿ are letters with a mark over a letter of the table.
function plain(part: string): string {
  return replaceAll(replaceAll(part, letters).normalize('NFD').replaceAll(/\p{M}/gu, ''), letters);
}

function replaceAll(part: string, table: Readonly<Record<string, string>>): string {
  return Array.from(part, (letter) => table[letter] ?? letter).join('');
}

function distinct(keys: readonly string[]): string {
  return [...new Set(keys.filter(Boolean))].toSorted().join(' ');
}

/** One step of reading: letters at this place, and the class of sound they stand for. */
type Step = readonly [pattern: RegExp, klasse: string];

// The first match wins, so longer spellings come before shorter ones. Classes: x hissing (sh, sch, tsch), h throat
// (h, ch, kh), j (initial y, j, dsch), and one letter each for the pairs that transliteration mixes: b/p, d/t, g/k, v/w, s/z.
const steps: readonly Step[] = [
  [/^(?:dsch|dzh|dj)/, 'j'],
  [/^(?:tsch|tch|sch|sh|zh|cz)/, 'x'],
  [/^(?:ck|qu)/, 'k'],
  [/^(?:tz|ts)/, 's'],
  [/^(?:th|dh|d|t)/, 't'],
  [/^(?:ph|f)/, 'f'],
  [/^(?:bh|b|p)/, 'p'],
  [/^(?:gh|g|k|q)/, 'k'],
  [/^c(?=[eiy])/, 's'],
  [/^c/, 'k'],
  [/^x/, 'ks'],
  [/^[sz]/, 's'],
  [/^[vw]/, 'v'],
];

const vowel = /[aeiou]/;

/** Consonants of a part in the order spoken; an initial vowel is one sound, all other vowels are left out. */
function sound(part: string): string {
  const word = part.replaceAll(/([a-z])\1+/g, '$1');
  let key = '';
  for (let at = 0; at < word.length;) {
    const [length, klasse] = read(word, at);
    if (!key.endsWith(klasse) || vowel.test(word[at - 1] ?? '')) key += klasse;
    at += length;
  }
  return key;
}

function read(word: string, at: number): readonly [length: number, klasse: string] {
  const rest = word.slice(at);
  const [letter = ''] = rest;
  const before = word[at - 1] ?? '';
  if (vowel.test(letter)) return [1, at === 0 ? 'a' : ''];
  if (rest.startsWith('kh')) return [2, 'h'];
  // After a consonant "ch" is the English tsch (Shevchenko), otherwise the throat (Chalid, Achmed).
  if (rest.startsWith('ch')) return [2, before !== '' && !vowel.test(before) ? 'x' : 'h'];
  if (letter === 'y' || letter === 'j') return [1, glide(letter, before, rest[1] ?? '', at)];
  if (letter === 'h') return [1, rest.length === 1 ? '' : 'h'];
  for (const [pattern, klasse] of steps) {
    const match = pattern.exec(rest);
    if (match) return [match[0].length, klasse];
  }
  return [1, letter];
}

/** y and j are a sound at the start and between vowels (Maya = Maja) and only colour their neighbours elsewhere (Tatjana). */
function glide(letter: string, before: string, after: string, at: number): string {
  if (at === 0) return 'j';
  const between = vowel.test(before) && vowel.test(after);
  if (letter === 'j') return between ? 'j' : '';
  return between && before !== 'i' && after !== 'i' ? 'j' : '';
}
