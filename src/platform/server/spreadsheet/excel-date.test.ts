import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoDayToSerial, serialToIsoDay } from './excel-date.ts';

it.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, null],
  [61, '1900-03-01'],
  [45_017, '2023-04-01'],
  [45_017.75, '2023-04-01'],
  [2_958_465, '9999-12-31'],
  [0, null],
  [-1, null],
  [2_958_466, null],
  [Number.NaN, null],
])('serial %d is %s', (serial, day) => {
  expect(serialToIsoDay(serial)).toBe(day);
});

it('counts four years later in the 1904 system', () => {
  expect(serialToIsoDay(0, '1904')).toBe('1904-01-01');
  expect(isoDayToSerial('2023-04-01', '1904')).toBe(43_555);
  expect(isoDayToSerial('1903-12-31', '1904')).toBeNull();
});

it('knows no day outside the calendar', () => {
  expect(
    ['2023-02-29', '1900-02-29', '1899-12-31', '01.04.2023', '2023-4-1', ''].map((day) =>
      isoDayToSerial(day),
    ),
  ).toEqual(Array.from({ length: 6 }, () => null));
});

it('turns every serial into a day and back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_958_465 }),
      fc.constantFrom('1900' as const, '1904' as const),
      (serial, system) => {
        const day = serialToIsoDay(serial, system);
        fc.pre(day !== null);
        expect(isoDayToSerial(day ?? '', system)).toBe(serial);
      },
    ),
  );
});
