import type { Day } from '#src/platform/day.ts';

/** A state from a day on, and the moment at which it became known. */
export interface Zustand<W> {
  readonly wert: W;
  readonly ab: Day;
  readonly erfasst: string;
}

export interface Zeile<W> {
  readonly wert: W;
  readonly gueltig_ab: Day;
  readonly gueltig_bis: Day | null;
  readonly erfasst_am: string;
  readonly ersetzt_am: string | null;
}

/**
 * Rows as the running system would have written them: each state first open-ended, then, when the next one became known,
 * superseded and written again with its end. States come in order of day and of knowledge.
 */
export function bitemporal<W>(zustaende: readonly Zustand<W>[]): Zeile<W>[] {
  return zustaende.flatMap(({ wert, ab, erfasst }, at): Zeile<W>[] => {
    const next = zustaende[at + 1];
    const offen = { wert, gueltig_ab: ab, gueltig_bis: null, erfasst_am: erfasst };
    if (!next) return [{ ...offen, ersetzt_am: null }];
    return [
      { ...offen, ersetzt_am: next.erfasst },
      { wert, gueltig_ab: ab, gueltig_bis: next.ab, erfasst_am: next.erfasst, ersetzt_am: null },
    ];
  });
}
