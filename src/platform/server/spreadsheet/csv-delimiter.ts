const candidates = [';', '\t', ','] as const;

/** Field separators that are recognised. */
export type CsvDelimiter = (typeof candidates)[number];

const sampleLines = 50;

/** The separator that occurs equally often in the most lines; on a tie semicolon before tab before comma, as `1,5;2,5` shows. */
export function guessDelimiter(sample: string): CsvDelimiter {
  let best: CsvDelimiter = ';';
  let bestScore = 0;
  const lines = linesOutsideQuotes(sample);
  for (const candidate of candidates) {
    const score = agreement(lines.map((line) => line.split(candidate).length - 1));
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

function agreement(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) {
    if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...frequency.values());
}

function linesOutsideQuotes(sample: string): string[] {
  return sample
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, sampleLines);
}
