import fc from 'fast-check';
import { expect, test } from 'vitest';
import { din91379Refusals, findFremdeZeichen, withRightLetters } from './din91379.ts';

test.each([
  'Müller-Lüdenscheidt',
  'Đặng Thị Hồng',
  "O'Neill",
  'D’Angelo',
  'Ģirts Kļaviņš',
  'ʿAbd ar-Raḥmān',
  'K͟hān',
  'Ṣ̄',
  'Şahin İbrahim',
  'MU\u0308LLER',
])('%s is a name as DIN 91379 writes it', (name) => {
  expect(din91379Refusals('/vorname', name)).toEqual([]);
});

test.each([
  ['محمد', 'name-andere-schrift'],
  ['Шевченко', 'name-andere-schrift'],
  ['ሰላም', 'name-andere-schrift'],
  ['Ali α', 'name-andere-schrift'],
  ['„Ali“', 'name-zeichen'],
  ['Al–Hassan', 'name-zeichen'],
  ['Ali 2', 'name-zeichen'],
  ['Ali\u200F', 'name-zeichen'],
  ['Ali 😀', 'name-zeichen'],
])('%s is refused: %s', (name, code) => {
  expect(din91379Refusals('/familienname', name)).toEqual([{ instance: '/familienname', code }]);
});

test('the letters are named once each, with what fits instead', () => {
  expect(findFremdeZeichen('O‘Neill – О‘')).toEqual([
    { zeichen: '‘', ersatz: "'" },
    { zeichen: '–', ersatz: '-' },
    { zeichen: 'О', ersatz: null },
  ]);
  expect(withRightLetters('„O‘Neill“ –  Ли')).toBe("O'Neill - Ли");
});

test('what is offered instead is never refused for a sign again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const codes = din91379Refusals('/n', withRightLetters(name)).map(({ code }) => code);
      expect(codes).not.toContain('name-zeichen');
    }),
  );
});
