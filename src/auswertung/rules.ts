/** A counted figure as it is printed: `.` stands for a suppressed one. */
export type Zahl = number | '.';

/** Shares in whole percent that add up to 100 (Hare-Niemeyer); all 0 for an empty base. Ties go to the earlier value. */
export function largestRemainder(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return counts.map(() => 0);
  const shares = counts.map((n, index) => {
    // Integer arithmetic: n * 100 / total in binary floats would make false ties.
    const floor = Math.floor((n * 100) / total);
    return { index, floor, rest: n * 100 - floor * total };
  });
  let left = 100 - shares.reduce((sum, s) => sum + s.floor, 0);
  const result = shares.map((s) => s.floor);
  for (const { index } of shares.toSorted((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left === 0) break;
    result[index] = (result[index] ?? 0) + 1;
    left -= 1;
  }
  return result;
}

/** Share in whole percent, each rounded for itself: for several answers per case, where the sum means nothing. */
export function roundedPercent(count: number, base: number): number {
  return base === 0 ? 0 : Math.floor((count * 200 + base) / (base * 2));
}

export interface Counted {
  readonly code: string;
  readonly anzahl: number;
  /** Order among equal counts. */
  readonly name: string;
}

export interface Ranked extends Counted {
  readonly rang: number;
}

/** Competition ranking (1, 2, 2, 4) by falling count, equal counts by name. */
export function rank(values: readonly Counted[]): Ranked[] {
  const sorted = values.toSorted((a, b) => b.anzahl - a.anzahl || a.name.localeCompare(b.name, 'de'));
  let rang = 0;
  return sorted.map((value, index) => {
    if (value.anzahl !== sorted[index - 1]?.anzahl) rang = index + 1;
    return { ...value, rang };
  });
}

/** The first n ranks with everyone who shares the last of them; all when n is missing. */
export function topRanks(values: readonly Ranked[], n: number | undefined): Ranked[] {
  return n === undefined ? [...values] : values.filter((v) => v.rang <= n);
}
