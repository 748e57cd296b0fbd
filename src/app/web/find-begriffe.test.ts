import { expect, test } from 'vitest';
import { findBegriffe } from './find-begriffe.ts';

test('M18 the glossary of the application explains every abbreviation of the concept paper', () => {
  const known = findBegriffe('').abkuerzungen.map(({ name }) => name);
  const konzept = ['ABH', 'CM', 'EA', 'EBH', 'FW', 'KIM', 'KU', 'MO', 'MBE', 'MKJFGFI', 'JMD', 'VZÄ'];
  expect(konzept.filter((name) => !known.includes(name))).toEqual([]);
});

test('M18 a word is found by its German, its English, its meaning or an abbreviation', () => {
  const terms = (suche: string) => findBegriffe(suche).begriffe.map(({ term }) => term);
  expect(terms('naturalisation')).toContain('Einbürgerungsbehörde (EBH)');
  expect(terms('stichtag zeigt')).toEqual(['Stichtag']);
  expect(findBegriffe('Jugendmigrationsdienst').abkuerzungen).toEqual([
    { name: 'JMD', meaning: 'Jugendmigrationsdienst' },
  ]);
  expect(terms('Fahrradkeller')).toEqual([]);
});

test('umlauts are found however they are typed', () => {
  const found = ['Träger', 'traeger', 'TRAGER'].map((suche) => findBegriffe(suche).begriffe.length);
  expect(new Set(found).size).toBe(1);
  expect(found[0]).toBeGreaterThan(3);
});
