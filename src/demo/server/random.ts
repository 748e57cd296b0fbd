/** Numbers that look random and are the same in every run. */
export interface Zufall {
  /** Whole number from `von` to `bis`, both included. */
  int(von: number, bis: number): number;
  chance(wahrscheinlichkeit: number): boolean;
  pick<T>(liste: readonly T[]): T;
  /** Picks by weight. */
  weighted<T>(liste: readonly (readonly [wert: T, gewicht: number])[]): T;
  /** Some different ones, in the order of the list. */
  some<T>(liste: readonly T[], anzahl: number): T[];
}

/** Generator mulberry32 from a text as seed. */
export function openZufall(same: string): Zufall {
  let state = same.length;
  for (const letter of same) state = (Math.imul(state, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  function pick<T>(liste: readonly T[]): T {
    const value = liste[Math.floor(next() * liste.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }
  return {
    int: (von, bis) => von + Math.floor(next() * (bis - von + 1)),
    chance: (wahrscheinlichkeit) => next() < wahrscheinlichkeit,
    pick,
    weighted: (liste) => {
      let rest = next() * liste.reduce((sum, [, gewicht]) => sum + gewicht, 0);
      const hit = liste.find(([, gewicht]) => (rest -= gewicht) < 0) ?? liste.at(-1);
      if (!hit) throw new Error('nothing to pick from');
      return hit[0];
    },
    some: (liste, anzahl) => {
      const keys = liste.map((wert, at) => ({ wert, at, key: next() }));
      return keys
        .toSorted((a, b) => a.key - b.key)
        .slice(0, anzahl)
        .toSorted((a, b) => a.at - b.at)
        .map(({ wert }) => wert);
    },
  };
}
