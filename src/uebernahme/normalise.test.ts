import { expect, test } from 'vitest';
import { cleanText, isNoValue, keyOf, organisationKey, splitList } from './normalise.ts';

test.each([
  ['Türkei', 'Tuerkei'],
  ['SGB II', 'Sgb II '],
  ['syrien ', 'Syrien'],
  ['Jobcenter – Arbeitsvermittlung', 'jobcenter-arbeitsvermittlung'],
  ['Rumänien', 'Rumänien'],
])('%s and %s are the same value', (a, b) => {
  expect(keyOf(a)).toBe(keyOf(b));
});

test('different values stay different', () => {
  expect(keyOf('SGB II')).not.toBe(keyOf('SGB III'));
  expect(keyOf('Niger')).not.toBe(keyOf('Nigeria'));
});

test.each([
  'Caritas Rheine',
  'Caritas Rheine e. V.',
  'Caritas Rheine e.V.',
  'CARITAS RHEINE eV',
  'Caritas  Rheine e.V',
])('a Träger is found with or without e. V.: %s', (name) => {
  expect(organisationKey(name)).toBe('caritasrheine');
});

test('a legal form alone is a name', () => {
  expect(organisationKey('e. V.')).not.toBe('');
});

test.each([
  '',
  ' ',
  '-',
  '–',
  '?',
  'k. A.',
  'k.A.',
  'keine Angabe',
  'ohne Angabe',
  'Unbekannt',
  'unbekannt ',
  'n/a',
])('"%s" says that there is no value', (text) => {
  expect(isNoValue(text)).toBe(true);
});

test('a real value is not taken for none', () => {
  for (const text of ['Ukraine', 'Nana', '0', 'keine Leistungen']) expect(isNoValue(text)).toBe(false);
});

test('a list is split by semicolons when there are any, else by commas; a slash belongs to the value', () => {
  expect(splitList('Familie, Finanzen, Aufenthalt / Recht')).toEqual([
    'Familie',
    'Finanzen',
    'Aufenthalt / Recht',
  ]);
  expect(splitList('Sprache / Bildung; Arbeit;')).toEqual(['Sprache / Bildung', 'Arbeit']);
  expect(splitList('Wohnen, Miete; Arbeit')).toEqual(['Wohnen, Miete', 'Arbeit']);
  expect(splitList('')).toEqual([]);
});

test('text that a database or a screen cannot bear is cleaned', () => {
  expect(cleanText(' A\u0000li\n\tIbn\u00A0Sina\u202E ')).toBe('A li Ibn Sina');
  expect(cleanText('\uD800x')).toBe('\uFFFDx');
});
