import { expect, test } from 'vitest';
import { de, en } from './texts.ts';

test('a message reads as a sentence in both languages', () => {
  const daten = { nummer: 'A-2026-0007', fristAm: '2026-05-27', dringlich: true };
  expect(de.art['anfrage.weitergeleitet'](daten)).toBe(
    'Anfrage A-2026-0007 wurde an Ihr Team weitergeleitet: erster Termin bis 27.05.2026.',
  );
  expect(en.art['anfrage.eingegangen'](daten)).toBe(
    'New request A-2026-0007, urgent: first appointment by 27.05.2026.',
  );
});
