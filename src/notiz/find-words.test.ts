import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWords } from './find-words.ts';

const marked = (text: string, gesucht: string) =>
  findWords(text, gesucht, 10).map(({ auszug, von, bis }) => auszug.slice(von, bis));

test('a word is found whatever its case and accents', () => {
  expect(marked(`Im Café${' und weiter'.repeat(20)}, dann im café zwei`, 'CAFE')).toEqual(['Café', 'café']);
  expect(marked('Im Café neben dem Café', 'cafe')).toEqual(['Café']);
  expect(marked('Gartenstraße', 'strasse')).toEqual(['straße']);
  expect(marked('Gartenstrasse', 'straße')).toEqual(['strasse']);
  expect(marked('Şükran Yıldız, Müller', 'sukran')).toEqual(['Şükran']);
  expect(marked('Mu\u0308ller', 'muller')).toEqual(['Mu\u0308ller']);
  expect(marked('رقم الملف 12', 'الملف')).toEqual(['الملف']);
  expect(marked('nichts', '   ')).toEqual([]);
});

test('an excerpt is short, begins and ends at words and says where the match stands', () => {
  const text = `${'Wort '.repeat(100)}Nadel ${'Wort '.repeat(100)}`;
  const [found] = findWords(text, 'nadel', 5);
  expect(found?.auszug).toMatch(/^… Wort .*Nadel.* Wort …$/);
  expect(found?.auszug.length).toBeLessThan(300);
});

test('whatever is written, the match is found where it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const found = findWords(`${before} Nadel ${after}`, 'NADEL', 50);
      expect(found.length).toBeGreaterThan(0);
      for (const { auszug, von, bis } of found)
        expect(auszug.slice(von, bis).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()).toBe(
          'nadel',
        );
    }),
  );
});
