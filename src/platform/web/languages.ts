import type { Sprache } from '#src/platform/texts.ts';

/** Languages of counselling and papers (ISO 639-3), commonest first; others can be typed as a code. */
export const languageCodes: readonly string[] = [
  'deu',
  'ara',
  'ukr',
  'pes',
  'pus',
  'kmr',
  'tur',
  'rus',
  'eng',
  'fra',
  'tir',
  'som',
  'sqi',
  'ron',
  'bul',
  'spa',
];

/** Where browsers name a language by another word than the papers do. */
const ownNames: Readonly<Record<Sprache, Readonly<Record<string, string>>>> = {
  de: { pes: 'Farsi/Dari', kmr: 'Kurmandschi', pus: 'Paschtu', som: 'Somali', tir: 'Tigrinya' },
  en: { pes: 'Farsi/Dari', kmr: 'Kurmanji', pus: 'Pashto' },
};

/** Name of a language in the language of the page. */
export function languageName(sprache: Sprache, code: string): string {
  const own = ownNames[sprache][code];
  if (own !== undefined) return own;
  try {
    return new Intl.DisplayNames(sprache, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Choices of languages, with one that is already chosen. */
export function languageOptions(sprache: Sprache, chosen = ''): { value: string; label: string }[] {
  const known = chosen === '' || languageCodes.includes(chosen) ? languageCodes : [...languageCodes, chosen];
  return known.map((value) => ({ value, label: languageName(sprache, value) }));
}
