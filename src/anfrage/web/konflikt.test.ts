import { expect, test } from 'vitest';
import { emptyAnfrage } from './anfrage-values.ts';
import { findKonflikt } from './konflikt.ts';

const base = { ...emptyAnfrage, sprache: 'ara', lebensbereich: ['wohnen', 'arbeit'] };

test('what nobody else changed is no conflict, nor what both changed alike, nor the order of a list', () => {
  const other = { ...base, dringlich: true, lebensbereich: ['arbeit', 'wohnen'] };
  expect(findKonflikt(base, { ...base, sprache: 'fas', dringlich: true }, other)).toEqual([]);
});

test('an untouched detail takes over what the other one saved, one that both changed asks', () => {
  const other = { ...base, sprache: 'ukr', wohnform: 'eigene_wohnung' };
  const mine = { ...base, sprache: 'fas' };
  expect(findKonflikt(base, mine, other)).toEqual([
    { name: 'sprache', kept: 'mine' },
    { name: 'wohnform', kept: 'other' },
  ]);
});

test('a draft of an older version says where it differs and takes nothing over by itself', () => {
  const other = { ...base, sprache: 'ukr' };
  expect(findKonflikt(undefined, base, other)).toEqual([{ name: 'sprache', kept: 'mine' }]);
});
