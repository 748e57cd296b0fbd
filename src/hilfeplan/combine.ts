import type { SchrittEingabe, ZielInhalt } from './contract.ts';

/** A goal taken apart: each field, and each step as one field of its own under `schritt/<id>`; a gone step is undefined. */
type Teile = Readonly<Record<string, unknown>>;

export interface ZielKonflikt {
  /** Name of a field, or `schritt/<id>`. */
  readonly feld: string;
  /** Which side stands when nobody chooses: the one that was changed; one's own when both were. */
  readonly gewaehlt: 'meine' | 'andere';
}

/** Fields and steps in which one's own goal and the stored one differ, with what stands unless somebody chooses. */
export function zielKonflikte(basis: ZielInhalt, meine: ZielInhalt, andere: ZielInhalt): ZielKonflikt[] {
  const [b, m, a] = [teile(basis), teile(meine), teile(andere)];
  return [...new Set([...Object.keys(m), ...Object.keys(a)])]
    .filter((feld) => !isSame(m[feld], a[feld]))
    .map((feld) => ({ feld, gewaehlt: isSame(b[feld], m[feld]) ? 'andere' : 'meine' }));
}

/** One goal out of two: `andere` names the fields and steps that are taken from the stored one. */
export function combineZiel(
  meine: ZielInhalt,
  andere: ZielInhalt,
  vonAnderen: ReadonlySet<string>,
): ZielInhalt {
  const take = <K extends keyof ZielInhalt>(feld: K): ZielInhalt[K] =>
    (vonAnderen.has(feld) ? andere : meine)[feld];
  return {
    lebensbereich: take('lebensbereich'),
    text: take('text'),
    worte: take('worte'),
    indikator: take('indikator'),
    prioritaet: take('prioritaet'),
    bisWann: take('bisWann'),
    schritt: combineSchritte(meine.schritt, andere.schritt, vonAnderen),
  };
}

function combineSchritte(
  meine: readonly SchrittEingabe[],
  andere: readonly SchrittEingabe[],
  vonAnderen: ReadonlySet<string>,
): SchrittEingabe[] {
  const stored = new Map(andere.map((each) => [each.id, each]));
  const mine = new Set(meine.map(({ id }) => id));
  return [
    ...meine.flatMap((each) => {
      if (!vonAnderen.has(`schritt/${each.id}`)) return [each];
      const other = stored.get(each.id);
      return other ? [other] : [];
    }),
    ...andere.filter(({ id }) => !mine.has(id) && vonAnderen.has(`schritt/${id}`)),
  ];
}

function teile({ schritt, ...felder }: ZielInhalt): Teile {
  return { ...felder, ...Object.fromEntries(schritt.map((each) => [`schritt/${each.id}`, each])) };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** Entries by name, so that the order in which they were written does not count. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
