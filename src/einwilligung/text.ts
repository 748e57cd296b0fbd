import type { VordruckInhalt } from '#src/vordruck/inhalt.ts';

/** The text that is signed, line by line: the German one, then the translation shown beside it, chosen purposes marked. */
export function signedText(texte: readonly VordruckInhalt[], zweck: readonly string[]): string {
  return texte
    .flatMap((inhalt) => [
      inhalt.titel,
      ...inhalt.abschnitt.flatMap((a) => [a.ueberschrift, ...a.absatz]),
      ...inhalt.zweck.map((z) => `[${zweck.includes(z.code) ? 'x' : ' '}] ${z.text}`),
      inhalt.erklaerung,
    ])
    .join('\n');
}
