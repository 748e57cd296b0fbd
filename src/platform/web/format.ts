import type { Sprache } from '#src/platform/texts.ts';

const locale = { de: 'de-DE', en: 'en-GB' } as const;

/** 1.234 or 1,234. */
export function formatNumber(sprache: Sprache, value: number): string {
  return new Intl.NumberFormat(locale[sprache]).format(value);
}

/** 14:32 */
export function formatTime(sprache: Sprache, moment: string): string {
  return new Intl.DateTimeFormat(locale[sprache], { timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(
    new Date(moment),
  );
}

/** 20.11.2026, 14:32 */
export function formatMoment(sprache: Sprache, moment: string): string {
  const parts = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' } as const;
  return new Intl.DateTimeFormat(locale[sprache], parts).format(new Date(moment));
}

/** Text without accents and case, for filters that forgive: "Müller" is found by "mueller" and "muller". */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}
