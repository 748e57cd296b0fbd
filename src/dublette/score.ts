import type { Day } from '#src/platform/day.ts';
import { isNameless, nameParts, type NamePart } from '#src/person/umschrift.ts';
import { compareDay, type DatumGrund } from './compare-day.ts';
import { similarity } from './similarity.ts';

export interface Angaben {
  readonly familienname: string;
  readonly vorname: string;
  readonly geburtsdatum: Day | null;
}

/** Why two records may be one person, or what speaks against it; shown in words. */
export type DubletteGrund =
  | 'name-gleich'
  | 'name-umschrift'
  | 'name-aehnlich'
  | 'name-reihenfolge'
  | 'name-teil-mehr'
  | 'name-teil-anders'
  | 'nachname-fehlt'
  | DatumGrund;

export interface Bewertung {
  /** 0 to 100; from `SCHWELLE` on two records are shown to a human. */
  readonly punkte: number;
  readonly gruende: readonly DubletteGrund[];
}

/** Decided on the labelled pairs of test/support/namenspaare.ts: recall and precision are printed by the bench. */
export const SCHWELLE = 50;

/** What speaks for and against, in log-odds; the sum of 0 is as likely as not. */
const gewicht = {
  vorab: -4.6,
  /** A name part that agrees; short skeletons (Ali, Ba) agree by chance. */
  teil: 4,
  kurzerTeil: 2.6,
  teilMehr: -0.7,
  teilAnders: -10,
  /** From this similarity on two parts are the same name. */
  aehnlich: 0.74,
} as const;

/** Scores two records; symmetric, without side effects. */
export function scoreDublette(eine: Angaben, andere: Angaben): Bewertung {
  const name = compareNames(eine, andere);
  const datum = compareDay(eine.geburtsdatum, andere.geburtsdatum);
  const summe = gewicht.vorab + name.gewicht + datum.gewicht;
  return {
    punkte: Math.round(100 / (1 + Math.exp(-summe / 2))),
    gruende: [...name.gruende, datum.grund],
  };
}

interface Vergleich {
  readonly gewicht: number;
  readonly gruende: readonly DubletteGrund[];
}

function compareNames(eine: Angaben, andere: Angaben): Vergleich {
  const [a, b] = [eine, andere].map((each) => nameParts(each.familienname, each.vorname));
  if (!a || !b || a.length === 0 || b.length === 0) return { gewicht: 0, gruende: [] };
  const all = pairParts(a, b);
  const paare = all.filter(({ gleich }) => gleich >= gewicht.aehnlich);
  const conflicts = all.filter(({ gleich }) => gleich < gewicht.aehnlich);
  const extra = Math.abs(a.length - b.length);
  let summe = extra * gewicht.teilMehr;
  // A part that is nearly alike may be a slip, one that is not alike at all is another name.
  for (const { gleich } of conflicts) summe += gewicht.teilAnders * (1 - gleich);
  for (const { eins, gleich } of paare) {
    const voll = eins.laut.length <= 2 ? gewicht.kurzerTeil : gewicht.teil;
    summe += voll * (0.5 + (0.5 * (gleich - gewicht.aehnlich)) / (1 - gewicht.aehnlich));
  }
  const gruende: DubletteGrund[] = [];
  if (paare.length > 0) gruende.push(kindOf(paare));
  if (paare.length > 0 && isSwapped(eine, andere)) gruende.push('name-reihenfolge');
  if (isNameless(eine.familienname) !== isNameless(andere.familienname)) gruende.push('nachname-fehlt');
  else if (extra > 0) gruende.push('name-teil-mehr');
  if (conflicts.length > 0) gruende.push('name-teil-anders');
  return { gewicht: summe, gruende };
}

interface Paar {
  readonly eins: NamePart;
  readonly zwei: NamePart;
  readonly gleich: number;
}

/** Pairs the parts of two names, the most similar first; each part once. */
function pairParts(a: readonly NamePart[], b: readonly NamePart[]): Paar[] {
  const all = a
    .flatMap((eins) => b.map((zwei) => ({ eins, zwei, gleich: similarity(eins, zwei) })))
    .toSorted((x, y) => y.gleich - x.gleich);
  const used = new Set<NamePart>();
  return all.filter(({ eins, zwei }) => {
    if (used.has(eins) || used.has(zwei)) return false;
    used.add(eins).add(zwei);
    return true;
  });
}

function kindOf(paare: readonly Paar[]): DubletteGrund {
  if (paare.every(({ eins, zwei }) => eins.form === zwei.form)) return 'name-gleich';
  return paare.every(({ gleich }) => gleich >= 0.9) ? 'name-umschrift' : 'name-aehnlich';
}

/** The given name of one stands as the family name of the other. */
function isSwapped(eine: Angaben, andere: Angaben): boolean {
  const same = (one: string, other: string) => {
    const [a, b] = [nameParts(one), nameParts(other)];
    return a.length > 0 && b.length > 0 && pairParts(a, b).every(({ gleich }) => gleich >= gewicht.aehnlich);
  };
  return (
    same(eine.familienname, andere.vorname) &&
    same(eine.vorname, andere.familienname) &&
    !same(eine.vorname, andere.vorname)
  );
}
