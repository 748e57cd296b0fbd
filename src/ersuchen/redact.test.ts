import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Kopie } from './kopie.ts';
import { LUECKE, proposeSchwaerzungen, redact } from './redact.ts';

function kopieOf(...werte: readonly [feld: string, wert: string, dritte?: boolean][]): Kopie {
  return [
    {
      abschnitt: 'notiz',
      zeilen: [
        {
          id: 'z',
          felder: werte.map(([feld, wert, dritte = false]) => ({ feld, wert, dritte, frei: true })),
        },
      ],
    },
  ];
}

const textOf = (kopie: Kopie, feld: string) =>
  kopie[0]?.zeilen[0]?.felder.find((each) => each.feld === feld)?.wert;

test.each([
  ['Amal kam mit.', `${LUECKE} kam mit.`],
  ['Herr Darwish und Frau Haddad', `Herr ${LUECKE} und Frau Haddad`],
  ['Darwishs Wohnung, DARWISH', `${LUECKE} Wohnung, ${LUECKE}`],
  ['mit Amal-Noor und Amál', `mit ${LUECKE}-Noor und ${LUECKE}`],
  ['Die Nachbarin aus Lünen hilft', 'Die Nachbarin aus Lünen hilft'],
  ['Frau Haddad ist amalgamiert', 'Frau Haddad ist amalgamiert'],
])('M150 names of others are found in %s, the own name is not', (text, expected) => {
  const kopie = kopieOf(['text', text]);
  const stellen = proposeSchwaerzungen(
    kopie,
    ['Amal Haddad', 'Herr Yusuf Darwish', 'Nachbarin aus der Wohnung (Lünen)'],
    ['Haddad', 'Rima', 'Lünen'],
  );
  expect(textOf(redact(kopie, stellen), 'text')).toBe(expected);
});

test('M150 a field about somebody else is left out as a whole', () => {
  const kopie = kopieOf(['vorname', 'Haddad', true], ['beziehung', 'Kind']);
  const stellen = proposeSchwaerzungen(kopie, [], ['Haddad']);
  const released = redact(kopie, stellen);
  expect([textOf(released, 'vorname'), textOf(released, 'beziehung')]).toEqual([LUECKE, 'Kind']);
});

test('M150 whatever is marked is gone and everything else stays, however the places overlap', () => {
  const place = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.array(place, { maxLength: 6 }),
      (text, places) => {
        const stellen = places.map(([von, length]) => ({
          abschnitt: 'notiz',
          zeile: 'z',
          feld: 'text',
          von: Math.min(von, text.length - 1),
          bis: Math.min(von + length, text.length),
        }));
        const valid = stellen.filter(({ von, bis }) => bis > von);
        const left = [...Array(text.length).keys()]
          .filter((at) => !valid.some(({ von, bis }) => at >= von && at < bis))
          .map((at) => text[at])
          .join('');
        const released = textOf(redact(kopieOf(['text', text]), valid), 'text') ?? '';
        expect(released.replaceAll(LUECKE, '')).toBe(left.replaceAll(LUECKE, ''));
      },
    ),
  );
});
