import { expect, test } from 'vitest';
import { coversDocumentation, namedRecordRefusals } from './rules.ts';

test.each([
  [null, 'einwilligung-fehlt'],
  ['2023-04-02', 'einwilligung-nach-aufnahme'],
  ['2023-06-01', 'datum-in-zukunft'],
])('M140 a consent of %s makes no named record: %s', (erteiltAm, code) => {
  expect(namedRecordRefusals(erteiltAm, '2023-04-01', '2023-05-01')).toEqual([
    { instance: '/einwilligung/erteiltAm', code },
  ]);
});

test('M140 a consent signed by the day of admission does', () => {
  expect(namedRecordRefusals('2023-04-01', '2023-04-01', '2023-05-01')).toEqual([]);
});

test('a withdrawn or missing consent ends documentation', () => {
  expect(coversDocumentation({ erteiltAm: '2023-01-01', widerrufenAm: null })).toBe(true);
  expect(coversDocumentation({ erteiltAm: '2023-01-01', widerrufenAm: '2023-02-01' })).toBe(false);
  expect(coversDocumentation(null)).toBe(false);
});
