import { expect, test } from 'vitest';
import { guessColumns, guessSheet, missingFields } from './columns.ts';

const rheine = [
  'Fall-Nr.',
  'Name',
  'Vorname',
  'Geb.-Datum',
  'Geschlecht',
  'Herkunftsland',
  'Wohnort',
  'Ortsteil',
  'Träger',
  'Zugang über',
  'Aufnahme am',
  'Einwilligung vom',
  'Handlungsfelder',
  'Leistungsbezug',
  'Übergabe am',
  'Übergabe an',
  'Fallstatus',
  'inaktiv seit',
  'Grund',
  'wieder aktiv seit',
  'Bemerkung',
];

test('M361 the headings of the Rheine workbook are all understood', () => {
  expect(guessColumns(rheine, 'fall')).toEqual([
    'nummer',
    'familienname',
    'vorname',
    'geburtsdatum',
    'geschlecht',
    'herkunftsland',
    'wohnort',
    'ortsteil',
    'traeger',
    'zugang',
    'aufnahme',
    'einwilligung',
    'handlungsfeld',
    'leistungsbezug',
    'uebergabeAm',
    'uebergabeAn',
    'status',
    'inaktivSeit',
    'grund',
    'wiederAktivSeit',
    'bemerkung',
  ]);
});

test('headings are found whatever their spelling', () => {
  expect(guessColumns(['FALL NR', 'Nachname', 'Geburtsdatum', 'Traeger', 'UEBERGABE AM'], 'fall')).toEqual([
    'nummer',
    'familienname',
    'geburtsdatum',
    'traeger',
    'uebergabeAm',
  ]);
});

test('a field is given once: the better known heading wins, then the first', () => {
  expect(guessColumns(['Nr.', 'Fall-Nr.', 'Bemerkung', 'Bemerkung'], 'fall')).toEqual([
    null,
    'nummer',
    'bemerkung',
    null,
  ]);
});

test('the heading row stands below title and blank rows', () => {
  const guess = guessSheet('Fälle CM', false, [
    { number: 1, cells: ['Beratungsfälle Case Management, Regionalbereich Rheine'] },
    { number: 2, cells: ['Stand:', '45017'] },
    { number: 4, cells: rheine },
    { number: 5, cells: ['RH-0001', 'Haile', 'Tesfay'] },
  ]);
  expect(guess).toMatchObject({ art: 'fall', kopfzeile: 4 });
});

test('contacts are told from cases, and notes are left alone', () => {
  expect(
    guessSheet('Sonstige Kontakte', false, [
      { number: 1, cells: ['Sonstige Beratungskontakte'] },
      { number: 3, cells: ['Datum', 'Träger', 'Kontaktweg', 'Handlungsfelder', 'Ergebnis'] },
    ]),
  ).toMatchObject({
    art: 'kontakt',
    kopfzeile: 3,
    felder: ['datum', 'traeger', 'zugang', 'handlungsfeld', 'ergebnis'],
  });
  expect(
    guessSheet('Hinweise', false, [{ number: 1, cells: ['Bitte je Person nur eine Zeile.'] }]),
  ).toMatchObject({ art: 'ignoriert', kopfzeile: null });
});

test('a hidden sheet is not read unless somebody asks for it', () => {
  expect(guessSheet('alt', true, [{ number: 1, cells: rheine }])).toMatchObject({
    art: 'ignoriert',
    kopfzeile: 1,
  });
});

test('what must not be missing depends on the kind of sheet', () => {
  expect(missingFields(new Set(['nummer', 'vollname', 'traeger', 'aufnahme']), 'fall')).toEqual([
    'einwilligung',
  ]);
  expect(missingFields(new Set(['datum']), 'kontakt')).toEqual(['traeger']);
});
