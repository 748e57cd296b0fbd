import { expect, test } from 'vitest';
import { planRegel } from './rules.ts';

const erste = { id: 'a', ab: '2021-05-01', bis: '2024-01-01' };
const zweite = { id: 'b', ab: '2024-01-01', bis: null };

test('a setting without versions simply begins', () => {
  expect(planRegel([], '2024-01-01')).toEqual({ ersetzt: [], gekuerzt: undefined, neuBis: null });
});

test('M400 the version before ends where the new one begins', () => {
  expect(planRegel([erste, zweite], '2025-07-01')).toEqual({
    ersetzt: ['b'],
    gekuerzt: { id: 'b', bis: '2025-07-01' },
    neuBis: null,
  });
});

test('a version set in between holds until the one that was planned already', () => {
  expect(planRegel([erste, zweite], '2022-01-01')).toEqual({
    ersetzt: ['a'],
    gekuerzt: { id: 'a', bis: '2022-01-01' },
    neuBis: '2024-01-01',
  });
});

test('a version that begins on the same day is replaced', () => {
  expect(planRegel([erste, zweite], '2024-01-01')).toEqual({
    ersetzt: ['b'],
    gekuerzt: undefined,
    neuBis: null,
  });
});

test('a version before all others ends where they begin', () => {
  expect(planRegel([erste, zweite], '2020-01-01')).toEqual({
    ersetzt: [],
    gekuerzt: undefined,
    neuBis: '2021-05-01',
  });
});
