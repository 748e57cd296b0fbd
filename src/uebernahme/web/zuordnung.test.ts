import { expect, test } from 'vitest';
import type { BlattZuordnung } from '../contract.ts';
import { missingOf, withArt, withFeld, type BefundBlatt } from './zuordnung.ts';

const sheet: BefundBlatt = {
  name: 'Kontakte',
  versteckt: false,
  art: 'kontakt',
  kopfzeile: 3,
  spalte: ['Datum', 'Träger', 'Fall-Nr.', 'Notiz'].map((titel, index) => ({
    nummer: index + 1,
    titel,
    feld: null,
    beispiel: [],
  })),
};
const blatt: BlattZuordnung = {
  name: 'Kontakte',
  art: 'kontakt',
  kopfzeile: 3,
  spalte: [
    { nummer: 1, feld: 'datum' },
    { nummer: 2, feld: 'traeger' },
  ],
};

test('another kind of sheet guesses the columns anew', () => {
  expect(withArt(blatt, sheet, 'fall').spalte).toEqual([
    { nummer: 2, feld: 'traeger' },
    { nummer: 3, feld: 'nummer' },
    { nummer: 4, feld: 'bemerkung' },
  ]);
  expect(withArt(blatt, sheet, 'ignoriert')).toMatchObject({ art: 'ignoriert', spalte: [] });
});

test('a meaning belongs to one column only', () => {
  expect(withFeld(blatt, 3, 'datum').spalte).toEqual([
    { nummer: 2, feld: 'traeger' },
    { nummer: 3, feld: 'datum' },
  ]);
  expect(missingOf(withFeld(blatt, 2, undefined))).toEqual(['traeger']);
});
