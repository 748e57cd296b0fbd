import { expect, test } from 'vitest';
import { monthName, periodLabel } from './period.ts';

const later = '2024-01-01';
const de = (von: string, bis: string, stand = later) => periodLabel(von, bis, stand).de;

test('M340 a quarter that is not over says until when', () => {
  expect(periodLabel('2023-07-01', '2023-08-31', later)).toEqual({
    de: '3. Quartal 2023 (bis 31.08.2023)',
    en: 'Quarter 3 2023 (to 31.08.2023)',
  });
  expect(de('2023-07-01', '2023-09-30')).toBe('3. Quartal 2023');
  expect(de('2023-07-01', '2023-09-30', '2023-09-14')).toBe('3. Quartal 2023 (bis 14.09.2023)');
});

test('M345 months, years and free periods have names', () => {
  expect(de('2023-02-01', '2023-02-28')).toBe('Februar 2023');
  expect(de('2023-02-01', '2023-02-28', '2023-02-10')).toBe('Februar 2023 (bis 10.02.2023)');
  expect(de('2023-01-01', '2023-12-31')).toBe('2023');
  expect(de('2023-01-01', '2023-08-31')).toBe('Januar bis August 2023');
  expect(de('2022-11-01', '2023-02-28')).toBe('November 2022 bis Februar 2023');
  expect(de('2023-01-15', '2023-02-03')).toBe('15.01.2023 bis 03.02.2023');
  expect(monthName('2022-10')).toEqual({ de: 'Oktober 2022', en: 'October 2022' });
});
