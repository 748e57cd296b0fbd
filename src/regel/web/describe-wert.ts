import { formatDay, isDay } from '#src/platform/day.ts';
import type { Same } from '#src/platform/texts.ts';
import type { de } from './texts.ts';

type Words = Same<typeof de>;

/** A setting in words: the two that everybody asks about as a sentence, the others as a short list. */
export function describeWert(wert: unknown, t: Words): string {
  if (!isRecord(wert)) return describePart(wert, t);
  const { art, monate, von, bis, zahl } = wert;
  if (art === 'kontakt' && typeof monate === 'number') return t.satz.kontakt(monate);
  if (art === 'spanne' && typeof von === 'number' && typeof bis === 'number') return t.satz.spanne(von, bis);
  if (art === 'verhaeltnis' && typeof zahl === 'number') return t.satz.verhaeltnis(zahl);
  if (art === 'gemeldet' || art === 'keiner') return t.satz[art];
  const entries = Object.entries(wert).filter(([, part]) => !isEmpty(part));
  if (entries.length === 0) return t.keine;
  const [only] = entries;
  if (entries.length === 1 && only) return describePart(only[1], t);
  return entries
    .map(([name, part]) =>
      name === 'art' ? describePart(part, t) : `${fieldName(name, t)}: ${describePart(part, t)}`,
    )
    .join(' · ');
}

/** Label of a field by its path below the setting. */
export function fieldName(path: string, t: Words): string {
  const names: Readonly<Record<string, string>> = t.feld;
  return path
    .split('/')
    .map((name) => names[name] ?? name)
    .join(' ');
}

export function word(value: string, t: Words): string {
  const words: Readonly<Record<string, string>> = t.wort;
  return words[value] ?? value;
}

function describePart(part: unknown, t: Words): string {
  if (isEmpty(part)) return t.keine;
  if (typeof part === 'boolean') return part ? t.ja : t.nein;
  if (Array.isArray(part)) return part.map((each) => describePart(each, t)).join(', ');
  if (isRecord(part)) return t.spanneWort(String(part['von']), String(part['bis']));
  if (typeof part === 'string') return isDay(part) ? formatDay(part) : word(part, t);
  return String(part);
}

function isEmpty(part: unknown): boolean {
  return part === null || part === undefined || part === '' || (Array.isArray(part) && part.length === 0);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
