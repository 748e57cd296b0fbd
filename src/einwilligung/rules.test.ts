import { expect, test } from 'vitest';
import { ablaufRefusals, documentationRefusal, einwilligungStandOn, namedRecordRefusals } from './rules.ts';

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

test('M140 a withdrawn or missing consent ends documentation for every day', () => {
  const gilt = { erteiltAm: '2023-01-01', widerrufenAm: null, ablaufAm: null };
  expect(documentationRefusal(gilt, '2030-01-01')).toBeUndefined();
  expect(documentationRefusal({ ...gilt, widerrufenAm: '2023-02-01' }, '2023-01-05')).toBe(
    'einwilligung-widerrufen',
  );
  expect(documentationRefusal(null, '2023-01-05')).toBe('einwilligung-widerrufen');
});

test('M140 a consent with an end covers its last day and no later one', () => {
  const befristet = { erteiltAm: '2023-01-01', widerrufenAm: null, ablaufAm: '2023-06-30' };
  expect(documentationRefusal(befristet, '2023-06-30')).toBeUndefined();
  expect(documentationRefusal(befristet, '2023-07-01')).toBe('einwilligung-abgelaufen');
});

test.each([
  [null, true, 'gilt'],
  [null, false, 'abgeloest'],
  ['2023-09-30', true, 'gilt'],
  ['2023-08-30', true, 'laeuft_aus'],
  ['2023-07-01', true, 'laeuft_aus'],
  ['2023-06-30', true, 'abgelaufen'],
] as const)('a consent until %s, the latest: %s, stands as %s on 1 July', (ablaufAm, juengste, stand) => {
  expect(einwilligungStandOn({ widerrufenAm: null, ablaufAm }, juengste, '2023-07-01')).toBe(stand);
  expect(einwilligungStandOn({ widerrufenAm: '2023-06-01', ablaufAm }, juengste, '2023-07-01')).toBe(
    'widerrufen',
  );
});

test.each([
  [null, []],
  ['2023-07-01', []],
  ['2023-06-30', ['ablauf-vorbei']],
])('an end on %s, signed on 1 July: %s', (ablaufAm, codes) => {
  expect(ablaufRefusals(ablaufAm, '2023-07-01', '2023-07-01').map(({ code }) => code)).toEqual(codes);
});
