import { expect, test } from 'vitest';
import { aufgabeRefusals } from './rules.ts';

const lage = { bisherFaelligAm: null, bisherZustaendigId: null, team: ['a', 'b'] };
const heute = '2023-06-30';
const codes = (faelligAm: string | null, zustaendigId: string | null, changed: object = {}) =>
  aufgabeRefusals({ faelligAm, zustaendigId }, { ...lage, ...changed }, heute).map(({ code }) => code);

test.each([
  [null, null, {}, []],
  ['2023-06-30', 'a', {}, []],
  ['2023-06-29', null, {}, ['frist-vergangen']],
  ['2023-06-29', null, { bisherFaelligAm: '2023-06-29' }, []],
  [null, 'c', {}, ['zustaendig-fremd']],
  [null, 'c', { bisherZustaendigId: 'c' }, []],
  ['2023-01-01', 'c', {}, ['frist-vergangen', 'zustaendig-fremd']],
])('due %s by %s: %j', (faelligAm, zustaendigId, changed, expected) => {
  expect(codes(faelligAm, zustaendigId, changed)).toEqual(expected);
});
