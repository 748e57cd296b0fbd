import type { Day } from '#src/platform/day.ts';

export type DatumGrund =
  | 'datum-gleich'
  | 'datum-gleich-unscharf'
  | 'datum-vertauscht'
  | 'datum-ziffer'
  | 'datum-daneben'
  | 'datum-nur-jahr'
  | 'datum-fehlt'
  | 'datum-verschieden';

interface Vergleich {
  readonly gewicht: number;
  readonly grund: DatumGrund;
}

/** How far two birth dates speak for one person, in log-odds; 1 January stands for "only the year is known". */
export function compareDay(eins: Day | null, zwei: Day | null): Vergleich {
  if (eins === null || zwei === null) return { gewicht: 0, grund: 'datum-fehlt' };
  const unscharf = [eins, zwei].filter((tag) => tag.endsWith('-01-01')).length;
  if (eins === zwei) {
    return unscharf > 0
      ? { gewicht: 2, grund: 'datum-gleich-unscharf' }
      : { gewicht: 6, grund: 'datum-gleich' };
  }
  if (unscharf === 1 && eins.slice(0, 4) === zwei.slice(0, 4))
    return { gewicht: 0.4, grund: 'datum-nur-jahr' };
  if (unscharf === 0 && swapped(eins) === zwei) return { gewicht: 5, grund: 'datum-vertauscht' };
  if (isNeighbour(eins, zwei)) return { gewicht: unscharf === 0 ? 3 : 0, grund: 'datum-daneben' };
  if (unscharf === 0 && isOneSlip(eins, zwei)) return { gewicht: 2.8, grund: 'datum-ziffer' };
  return { gewicht: unscharf === 0 ? -6 : -4, grund: 'datum-verschieden' };
}

/** Day and month exchanged; the same text where that is no day. */
function swapped(tag: Day): Day {
  const [year = '', month = '', day = ''] = tag.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : tag;
}

/** One day, or one whole year apart. */
function isNeighbour(eins: Day, zwei: Day): boolean {
  const days = Math.abs(Date.parse(eins) - Date.parse(zwei)) / 86_400_000;
  const years = Math.abs(Number(eins.slice(0, 4)) - Number(zwei.slice(0, 4)));
  return days === 1 || (years === 1 && eins.slice(4) === zwei.slice(4));
}

/** One digit wrong, or two neighbouring digits exchanged. */
function isOneSlip(eins: Day, zwei: Day): boolean {
  const [a, b] = [eins.replaceAll('-', ''), zwei.replaceAll('-', '')];
  const wrong = Array.from(a, (digit, at) => (digit === b[at] ? -1 : at)).filter((at) => at >= 0);
  const [first = 0, second = 0] = wrong;
  return (
    wrong.length === 1 ||
    (wrong.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  );
}
