import { expect, test } from 'vitest';
import { conflictsOf } from './conflict.ts';
import { emptyFall } from './fall-values.ts';

const base = { ...emptyFall, vorname: 'Rania', lebensbereich: ['wohnen', 'arbeit'] };

test('fields that agree are no conflict, whatever the order of a list', () => {
  const other = { ...base, lebensbereich: ['arbeit', 'wohnen'] };
  expect(conflictsOf(base, base, other)).toEqual([]);
});

test('who has not touched a field keeps what the other one saved', () => {
  const other = { ...base, vorname: 'Rania Fatima' };
  expect(conflictsOf(base, base, other)).toEqual([{ name: 'vorname', kept: 'other' }]);
});

test('a field that both have changed keeps the own entry until somebody chooses', () => {
  const mine = { ...base, vorname: 'Rana' };
  const other = { ...base, vorname: 'Rania Fatima' };
  expect(conflictsOf(base, mine, other)).toEqual([{ name: 'vorname', kept: 'mine' }]);
});
