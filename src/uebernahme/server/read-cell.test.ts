import { expect, test } from 'vitest';
import { parseDay, readDay, readText } from './read-cell.ts';

const heute = '2026-05-01';

test.each([
  ['18.09.2021', '2021-09-18'],
  ['1.9.21', '2021-09-01'],
  ['01.09.65', '1965-09-01'],
  ['2021-09-18', '2021-09-18'],
  ['2021-09-18T00:00:00', '2021-09-18'],
  ['18. September 2021', '2021-09-18'],
  ['3. März 2022', '2022-03-03'],
  ['3. Sept. 2022', '2022-09-03'],
  ['Mo, 18.09.2021', '2021-09-18'],
  ['18/09/2021', '2021-09-18'],
  ['18.09.2021 00:00:00', '2021-09-18'],
])('the day %s is %s', (text, day) => {
  expect(parseDay(text, heute)).toBe(day);
});

test.each(['31.02.2022', '18.13.2021', 'Anfang 2021', '09/2021', '2021', '0.0.2021', '1.1.0021'])(
  '%s is no day',
  (text) => {
    expect(readDay({ kind: 'text', text }, heute)).toEqual({ code: 'datum-ungueltig' });
  },
);

test('date cells, serial numbers and serial numbers written as text give the same day', () => {
  expect(readDay({ kind: 'number', value: 44457, isDate: true }, heute)).toEqual({ value: '2021-09-18' });
  expect(readDay({ kind: 'number', value: 44457.75, isDate: false }, heute)).toEqual({ value: '2021-09-18' });
  expect(readDay({ kind: 'text', text: '44457' }, heute)).toEqual({ value: '2021-09-18' });
});

test('a year alone is not taken for a serial number', () => {
  expect(readDay({ kind: 'number', value: 2021, isDate: false }, heute)).toEqual({ code: 'datum-ungueltig' });
});

test('no value is no error', () => {
  for (const cell of [undefined, null, { kind: 'text', text: 'k. A.' } as const])
    expect(readDay(cell, heute)).toEqual({ value: null });
});

test('formulas are refused, in text tables too, whatever they last gave', () => {
  const cached = { kind: 'text', text: 'Haile' } as const;
  expect(readText({ kind: 'formula', text: 'A1', cached }, 200)).toEqual({ code: 'formel' });
  expect(
    readDay(
      { kind: 'formula', text: 'TODAY()', cached: { kind: 'number', value: 44457, isDate: true } },
      heute,
    ),
  ).toEqual({ code: 'formel' });
  for (const text of ["=cmd|' /C calc'!A0", '@SUM(A1)', '+HYPERLINK("x")', '-cmd|x'])
    expect(readText({ kind: 'text', text }, 200)).toEqual({ code: 'formel' });
  expect(readText({ kind: 'text', text: '- Termin am 3.5. vereinbart' }, 200)).toEqual({
    value: '- Termin am 3.5. vereinbart',
  });
});

test('numbers are read as text where a text belongs; dates, errors and endless texts are not', () => {
  expect(readText({ kind: 'number', value: 1001, isDate: false }, 60)).toEqual({ value: '1001' });
  expect(readText({ kind: 'number', value: 44457, isDate: true }, 60)).toEqual({ code: 'text-erwartet' });
  expect(readText({ kind: 'error', text: '#REF!' }, 60)).toEqual({ code: 'zelle-fehler' });
  expect(readText({ kind: 'text', text: 'x'.repeat(61) }, 60)).toEqual({ code: 'text-zu-lang' });
});
