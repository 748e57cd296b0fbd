import { expect, test } from 'vitest';
import { defaultStichtage, keptParams, monthEnds, readQuestion, yearEnds } from './question.ts';

const heute = '2023-09-14';
const read = (pfad: string, search = '') => readQuestion(pfad, new URLSearchParams(search), heute);

test('an address without choices asks for today and the last quarter ends', () => {
  expect(read('').tabelle).toBe('fallzahlen');
  expect(defaultStichtage(heute)).toEqual(['2022-12-31', '2023-03-31', '2023-06-30', '2023-09-14']);
  expect(read('kontakte')).toMatchObject({ vonMonat: '2022-10', bisMonat: '2023-09', art: 'sonstige' });
  expect(read('kontaktmerkmal')).toMatchObject({ von: '2023-07-01', bis: heute, top: 5 });
  expect(read('merkmal').top).toBeUndefined();
});

test('an address keeps what was chosen and drops what is no answer', () => {
  const question = read(
    'merkmal',
    'stichtag=2023-04-01,quatsch,2022-09-15,2023-04-01&merkmal=herkunftsland&top=3&region=rheine',
  );
  expect(question).toMatchObject({
    stichtage: ['2022-09-15', '2023-04-01'],
    merkmal: 'herkunftsland',
    top: 3,
    region: 'rheine',
  });
  expect(read('merkmal', 'merkmal=schuhgroesse&top=0')).toMatchObject({
    merkmal: 'geschlecht',
    top: undefined,
  });
  expect(read('kontaktmerkmal', 'merkmal=handlungsfeld&top=alle')).toMatchObject({
    kontaktmerkmal: 'handlungsfeld',
    top: undefined,
  });
});

test('going to another table keeps place, key dates and knowledge but not the period', () => {
  expect(keptParams(new URLSearchParams('von=2023-01&region=rheine&top=3&kenntnisstand=2023-05-01'))).toBe(
    '?region=rheine&kenntnisstand=2023-05-01',
  );
});

test('presets are last days', () => {
  expect(monthEnds('2023-03-31', 3)).toEqual(['2022-12-31', '2023-01-31', '2023-02-28']);
  expect(yearEnds(heute, 2)).toEqual(['2021-12-31', '2022-12-31']);
});
