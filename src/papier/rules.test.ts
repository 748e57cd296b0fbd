import { expect, test } from 'vitest';
import { isolateValues, ruleBlanks } from './rules.ts';

test('M155 a Latin name keeps its own direction inside a text from right to left', () => {
  const text = 'يجوز لـ Alpha e. V. حفظ بياناتي.';
  expect(isolateValues(text, ['Alpha e. V.', '', 'Alpha'])).toBe(
    'يجوز لـ \u200EAlpha e. V.\u200E حفظ بياناتي.',
  );
  expect(isolateValues(text, ['حفظ'])).toBe(text);
  expect(isolateValues('(a+b)', ['a+b'])).toBe('(\u200Ea+b\u200E)');
});

test('a word that nobody filled in becomes a line to write on', () => {
  expect(ruleBlanks('Mit wem: {stelle}')).toBe('Mit wem: ____________________');
});
