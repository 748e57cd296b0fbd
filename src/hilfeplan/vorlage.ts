import { arbeitVorlagen } from './vorlage/arbeit.ts';
import { geldVorlagen } from './vorlage/geld.ts';
import { gesundheitVorlagen } from './vorlage/gesundheit.ts';
import { teilhabeVorlagen } from './vorlage/teilhabe.ts';
import type { ZielVorlage } from './vorlage/ziel-vorlage.ts';

export type { ZielVorlage } from './vorlage/ziel-vorlage.ts';

/**
 * Goals with their steps to start from, each to be put into the person's own words. They hold every theme and every
 * reached goal of both case examples (Präsentation Rheine 2023, pp. 8 and 9) and some for every Lebensbereich.
 */
export const zielVorlagen: readonly ZielVorlage[] = [
  ...geldVorlagen,
  ...arbeitVorlagen,
  ...gesundheitVorlagen,
  ...teilhabeVorlagen,
];

/**
 * Templates of a Lebensbereich by its common key. Lists of a Kreis that take two areas together, such as language and
 * education in Rheine, map to one key; the other area is reached through all templates.
 */
export function listVorlage(lebensbereich: string): readonly ZielVorlage[] {
  return zielVorlagen.filter((vorlage) => vorlage.lebensbereich === lebensbereich);
}
