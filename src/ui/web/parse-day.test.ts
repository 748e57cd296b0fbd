import { expect, test } from 'vitest';
import { parseDay } from './parse-day.ts';

const now = '2023-04-03';

test.each([
  ['1.4.2023', '2023-04-01'],
  ['01.04.23', '2023-04-01'],
  ['010423', '2023-04-01'],
  ['01042023', '2023-04-01'],
  ['1/4/2023', '2023-04-01'],
  ['1.4.', '2023-04-01'],
  ['2023-04-01', '2023-04-01'],
  ['heute', '2023-04-03'],
  ['Gestern', '2023-04-02'],
  ['-3', '2023-03-31'],
])('%s is read as a day', (typed, day) => {
  expect(parseDay(typed, now)).toBe(day);
});

test('two digits of a year mean the last hundred years, and the next ten', () => {
  expect(parseDay('5.6.87', now)).toBe('1987-06-05');
  expect(parseDay('5.6.33', now)).toBe('2033-06-05');
});

test.each(['31.2.2023', '1.13.2023', 'morgen', '4.2023', ''])('"%s" is no day', (typed) => {
  expect(parseDay(typed, now)).toBeUndefined();
});
