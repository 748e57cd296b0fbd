const umlauts: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Words of a text without case, marks and punctuation; "Tuerkei" and "Türkei" become the same. */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[äöüßæøðþłđı]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Comparison key: the words without spaces, so that "SGB II", "Sgb II " and "SGB-II" meet. */
export function keyOf(text: string): string {
  return words(text).join('');
}

const legalForms = new Set(['ev', 'ggmbh', 'gmbh', 'ug', 'gug', 'eg', 'ag', 'kg', 'mbh']);

/** Comparison key of an organisation, with or without "e. V.", "gGmbH" and the like. */
export function organisationKey(text: string): string {
  const parts = words(text.replaceAll(/e\.\s*v\.?/gi, ' ev ').replaceAll(/g\s*gmbh/gi, ' ggmbh '));
  while (parts.length > 1 && legalForms.has(parts.at(-1) ?? '')) parts.pop();
  return parts.join('');
}

const noValue = new Set([
  'ka',
  'kangabe',
  'keineangabe',
  'keineangaben',
  'ohneangabe',
  'ohneangaben',
  'oangabe',
  'oa',
  'unbekannt',
  'nichtbekannt',
  'unklar',
  'na',
  'nn',
  'nichterfasst',
  'nichtangegeben',
  'entfaellt',
  'fehlt',
  'unknown',
  'notknown',
  'notspecified',
  'none',
  'null',
]);

/** True for an empty cell and for the ways in which sheets write that nothing is known ("k. A.", "unbekannt", "-"). */
export function isNoValue(text: string): boolean {
  const key = keyOf(text);
  return key === '' || noValue.has(key);
}

/** Text as it may be stored: one space between words, no control characters, composed letters. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .trim();
}

/** Entries of a cell that lists several: by ";" (or line) when there is one, else by ",". "Aufenthalt / Recht" stays whole. */
export function splitList(text: string): string[] {
  const separator = /[;\n\r]/.test(text) ? /[;\n\r]/ : ',';
  return text
    .split(separator)
    .map(cleanText)
    .filter((part) => part !== '');
}
