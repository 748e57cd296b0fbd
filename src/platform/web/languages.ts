import type { Sprache } from '#src/platform/texts.ts';

/** Languages of counselling and papers, commonest first; others can be typed as a code. */
const codes = [
  'de',
  'ar',
  'uk',
  'fa',
  'ps',
  'ku',
  'tr',
  'ru',
  'en',
  'fr',
  'ti',
  'so',
  'sq',
  'ro',
  'bg',
  'es',
] as const;

/** Name of a language in the language of the page. */
export function languageName(sprache: Sprache, code: string): string {
  try {
    return new Intl.DisplayNames(sprache, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Choices of languages, with one that is already chosen. */
export function languageOptions(sprache: Sprache, chosen = ''): { value: string; label: string }[] {
  const all: readonly string[] = codes;
  const known = chosen === '' || all.includes(chosen) ? all : [...all, chosen];
  return known.map((value) => ({ value, label: languageName(sprache, value) }));
}
