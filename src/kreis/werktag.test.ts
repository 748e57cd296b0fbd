import { expect, test } from 'vitest';
import { listFeiertag } from './feiertag.ts';
import { addWerktag } from './werktag.ts';

test('M109 the eleven public holidays of Nordrhein-Westfalen in 2026', () => {
  expect(listFeiertag(2026)).toEqual([
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-06-04',
    '2026-10-03',
    '2026-11-01',
    '2026-12-25',
    '2026-12-26',
  ]);
});

test('M109 urgent on the Friday before Pentecost: three working days end after Whit Monday', () => {
  expect(addWerktag('2026-05-22', 3, { samstag: true })).toBe('2026-05-27');
  expect(addWerktag('2026-05-22', 3, { samstag: false })).toBe('2026-05-28');
});
