import { findWorte } from '#src/erfolgsbericht/find-merkmale.ts';
import type { Kopie, KopieFeld, StelleDerKopie } from './kopie.ts';

/** What stands where something was left out: its length tells nothing. */
export const LUECKE = '[geschwärzt]';

/** The copy without the words at the places; overlapping places count once. */
export function redact(kopie: Kopie, stellen: readonly StelleDerKopie[]): Kopie {
  const byField = new Map<string, StelleDerKopie[]>();
  for (const stelle of stellen) {
    const key = keyOf(stelle.abschnitt, stelle.zeile, stelle.feld);
    byField.set(key, [...(byField.get(key) ?? []), stelle]);
  }
  return kopie.map(({ abschnitt, zeilen }) => ({
    abschnitt,
    zeilen: zeilen.map(({ id, felder }) => ({
      id,
      felder: felder.map((each) => ({
        ...each,
        wert: cut(each.wert, byField.get(keyOf(abschnitt, id, each.feld)) ?? []),
      })),
    })),
  }));
}

function keyOf(abschnitt: string, zeile: string, feld: string): string {
  return [abschnitt, zeile, feld].join('\n');
}

function cut(wert: string, stellen: readonly StelleDerKopie[]): string {
  let text = '';
  let at = 0;
  for (const { von, bis } of stellen.toSorted((a, b) => a.von - b.von)) {
    if (bis <= at) continue;
    text += von >= at ? wert.slice(at, von) + LUECKE : '';
    at = Math.max(at, bis);
  }
  return text + wert.slice(at);
}

/** Words that stand for somebody without naming her, and titles before a name. */
const noName = new Set(
  (
    'herr herrn frau familie dr prof nachbar nachbarin nachbarn freund freundin mutter vater eltern bruder schwester onkel tante ' +
    'cousin cousine kind kinder sohn tochter ehemann ehefrau mann partner partnerin vermieter vermieterin lehrer lehrerin ' +
    'arzt arztin hausarzt hausarztin anwalt anwaltin fachanwalt fachanwaltin betreuer betreuerin pate patin ehrenamt ' +
    'ehrenamtliche beratungsstelle verein gruppe wohnung haus schule kita praxis kanzlei amt stadt kreis'
  ).split(' '),
);

/**
 * Places that speak of third parties: fields about them, and their names in everything that was written. No hint are parts
 * of a name that are the person's own, words that are no names, and what is `bekannt` (places of the Kreis).
 */
export function proposeSchwaerzungen(
  kopie: Kopie,
  dritte: readonly string[],
  bekannt: readonly string[],
): StelleDerKopie[] {
  const known = new Set(bekannt.flatMap(partsOf));
  const words = [...new Set(dritte.flatMap((name) => name.split(/[\s,;/()-]+/u)))].filter(
    (part) =>
      part.length > 1 &&
      !/^\p{Ll}/u.test(part) &&
      partsOf(part).every((piece) => !known.has(piece) && !noName.has(piece)),
  );
  const verratend = words.map((wort) => ({ art: 'familie' as const, wort, anfang: false }));
  return kopie.flatMap(({ abschnitt, zeilen }) =>
    zeilen.flatMap(({ id, felder }) =>
      felder.flatMap((each) =>
        placesIn(each, verratend).map((place) => ({ abschnitt, zeile: id, ...place })),
      ),
    ),
  );
}

function placesIn(
  { feld, wert, dritte, frei }: KopieFeld,
  verratend: Parameters<typeof findWorte>[1],
): Pick<StelleDerKopie, 'feld' | 'von' | 'bis'>[] {
  if (wert === '') return [];
  if (dritte) return [{ feld, von: 0, bis: wert.length }];
  if (!frei) return [];
  return findWorte(wert, verratend).map(({ von, bis }) => ({ feld, von, bis }));
}

function partsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s,;/-]+/u)
    .filter((part) => part !== '');
}
