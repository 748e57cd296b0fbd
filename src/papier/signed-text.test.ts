import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signedText } from '#src/einwilligung/text.ts';
import { vordruckInhalt, type VordruckInhalt } from '#src/vordruck/inhalt.ts';
import { splitSignedText, tickedIn } from './signed-text.ts';

const line = fc
  .stringMatching(/^[A-Za-zäöü\u0627-\u064A][^\n]{0,30}$/)
  .filter((text) => text === text.trim());
const zwecke = ['dokumentation', 'auswertung', 'landesdatenbank', 'uebergabe'] as const;
const shape = fc.record({
  abschnitt: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
  zweck: fc.integer({ min: 0, max: 4 }),
});

function build(
  { abschnitt, zweck }: { abschnitt: number[]; zweck: number },
  next: () => string,
): VordruckInhalt {
  return vordruckInhalt.parse({
    titel: next(),
    abschnitt: abschnitt.map((n) => ({
      ueberschrift: next(),
      absatz: Array.from({ length: n }, () => next()),
    })),
    zweck: zwecke.slice(0, zweck).map((code) => ({ code, text: next() })),
    erklaerung: next(),
  });
}

test('M143 what was signed comes back as texts and ticks, in one language or two', () => {
  fc.assert(
    fc.property(
      shape,
      fc.infiniteStream(line),
      fc.subarray([...zwecke]),
      fc.boolean(),
      (of, lines, chosen, two) => {
        const next = () => lines.next().value;
        const texts = Array.from({ length: two ? 2 : 1 }, () => build(of, next));
        const signed = signedText(texts, chosen);
        expect(splitSignedText(signed, texts[0]!)).toEqual(texts);
        expect(tickedIn(signed, texts[0]!)).toEqual(
          zwecke.slice(0, of.zweck).filter((z) => chosen.includes(z)),
        );
      },
    ),
  );
});

test('a text of another structure is not forced into one', () => {
  const structure = build({ abschnitt: [1], zweck: 0 }, () => 'x');
  expect(splitSignedText('Titel\nnur dies', structure)).toBeUndefined();
});
