import { vordruckArt } from '#src/vordruck/inhalt.ts';
import { papiersprachen } from '#src/vordruck/sprachen.ts';
import { printBlank } from '#test/support/paper.ts';

/** A paper must be there before anybody waits for it. */
export const paperGoalMs = 100;

/**
 * Milliseconds in which papers are set after the compiler is warm: every Vordruck in every language, the slowest first
 * time of each and the median of all. Each is set once, so nothing comes from a cache.
 */
export function measurePapers(): { art: string; p50: number; slowest: number; sprache: string }[] {
  printBlank('einwilligung', 'deu', 'warm');
  return vordruckArt.options.map((art) => {
    const times = papiersprachen
      .map(({ code, name }) => {
        const started = performance.now();
        printBlank(art, code);
        return { sprache: name, ms: performance.now() - started };
      })
      .toSorted((a, b) => a.ms - b.ms);
    const slowest = times.at(-1);
    return {
      art,
      p50: times[Math.floor(times.length / 2)]?.ms ?? 0,
      slowest: slowest?.ms ?? 0,
      sprache: slowest?.sprache ?? '',
    };
  });
}
