import type { VordruckInhalt } from '#src/vordruck/inhalt.ts';

/**
 * The texts inside a signed text, German first: its lines are put back into the structure of the Vordruck. Undefined where
 * the lines do not fit, so that the paper can show them as they are.
 */
export function splitSignedText(signed: string, structure: VordruckInhalt): VordruckInhalt[] | undefined {
  const lines = signed.split('\n');
  const each =
    2 + structure.abschnitt.reduce((sum, a) => sum + 1 + a.absatz.length, 0) + structure.zweck.length;
  if (lines.length !== each && lines.length !== 2 * each) return undefined;
  const texts: VordruckInhalt[] = [];
  for (let from = 0; from < lines.length; from += each)
    texts.push(readText(lines.slice(from, from + each), structure));
  return texts;
}

/** The purposes that were ticked. */
export function tickedIn(signed: string, structure: VordruckInhalt): string[] {
  const marks = signed.split('\n').filter((line) => /^\[[x ]\] /.test(line));
  return structure.zweck.filter((_, i) => marks[i]?.startsWith('[x]') === true).map((z) => z.code);
}

function readText(lines: readonly string[], structure: VordruckInhalt): VordruckInhalt {
  let at = 0;
  const next = (): string => lines[at++] ?? '';
  return {
    titel: next(),
    abschnitt: structure.abschnitt.map((a) => ({ ueberschrift: next(), absatz: a.absatz.map(() => next()) })),
    zweck: structure.zweck.map(({ code }) => ({ code, text: next().replace(/^\[[x ]\] /, '') })),
    erklaerung: next(),
  };
}
