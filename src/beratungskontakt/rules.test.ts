import { describe, expect, test } from 'vitest';
import { kontaktRefusals, type KontaktLage } from './rules.ts';

const lage: KontaktLage = {
  aufgenommenAm: '2023-01-10',
  abgeschlossenAb: null,
  einwilligung: { erteiltAm: '2023-01-10', widerrufenAm: null, ablaufAm: null },
  unbekannt: [],
};
const kontakt = { am: '2023-02-01', qualifiziert: true, lebensbereich: ['wohnen'] };

function codes(changedKontakt: object = {}, changedLage: object = {}): string[] {
  return kontaktRefusals({ ...kontakt, ...changedKontakt }, { ...lage, ...changedLage }, '2023-03-01').map(
    (refusal) => refusal.code,
  );
}

describe('a contact', () => {
  test.each([
    ['on the day of admission', { am: '2023-01-10' }, {}, []],
    ['of today', { am: '2023-03-01' }, {}, []],
    ['of tomorrow', { am: '2023-03-02' }, {}, ['datum-in-zukunft']],
    ['before admission', { am: '2023-01-09' }, {}, ['datum-vor-aufnahme']],
    ['on the day of closing', {}, { abgeschlossenAb: '2023-02-01' }, []],
    ['after closing', {}, { abgeschlossenAb: '2023-01-31' }, ['fall-abgeschlossen']],
    ['with an unknown Lebensbereich', {}, { unbekannt: ['x'] }, ['code-unbekannt']],
    ['without any consent', {}, { einwilligung: null }, ['einwilligung-widerrufen']],
  ])('%s', (_name, changedKontakt, changedLage, expected) => {
    expect(codes(changedKontakt, changedLage)).toEqual(expected);
  });

  test('M187 a qualified contact names a Lebensbereich, an organisational one need not', () => {
    expect(codes({ lebensbereich: [] })).toEqual(['lebensbereich-fehlt']);
    expect(codes({ lebensbereich: [], qualifiziert: false })).toEqual([]);
  });

  test('after a withdrawal nothing is documented any more, not even for earlier days', () => {
    expect(codes({}, { einwilligung: { erteiltAm: '2023-01-10', widerrufenAm: '2023-02-20' } })).toEqual([
      'einwilligung-widerrufen',
    ]);
  });

  test('everything that is wrong comes back at once', () => {
    expect(codes({ am: '2024-01-01', lebensbereich: [] }, { unbekannt: ['x'] })).toEqual([
      'datum-in-zukunft',
      'lebensbereich-fehlt',
      'code-unbekannt',
    ]);
  });
});
