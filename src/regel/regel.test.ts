import { expect, test } from 'vitest';
import { regelBeschreibung } from './beschreibung.ts';
import { isRegelSchluessel, parseRegel, regelRegister, regelSchluessel, regelVorgabe } from './regel.ts';

test('M400 there is one setting for each of the 22 parameters in which the districts differ, and the working day', () => {
  expect(regelSchluessel.filter((name) => name !== 'werktag')).toHaveLength(22);
});

test.each(regelSchluessel)(
  'the default of %s fits its own schema and has a name in both languages',
  (schluessel) => {
    expect(parseRegel(schluessel, regelVorgabe(schluessel))).toEqual(regelVorgabe(schluessel));
    expect(regelBeschreibung.de[schluessel].name).not.toBe('');
    expect(regelBeschreibung.en[schluessel].erklaerung).not.toBe('');
  },
);

test('M237 "no ratio" is a valid caseload ratio', () => {
  expect(parseRegel('fallschluessel', { art: 'keiner' })).toEqual({ art: 'keiner' });
});

test('M185 M186 aktiv is a number of months or what was reported', () => {
  expect(parseRegel('aktiv_regel', { art: 'kontakt', monate: 3 })).toEqual({ art: 'kontakt', monate: 3 });
  expect(parseRegel('aktiv_regel', { art: 'gemeldet' })).toEqual({ art: 'gemeldet' });
  expect(regelRegister.aktiv_regel.schema.safeParse({ art: 'kontakt' }).success).toBe(false);
});

test('a range does not run backwards', () => {
  expect(regelRegister.fallschluessel.schema.safeParse({ art: 'spanne', von: 30, bis: 25 }).success).toBe(
    false,
  );
});

test('names of the language itself are no settings', () => {
  expect(isRegelSchluessel('toString')).toBe(false);
  expect(isRegelSchluessel('aktiv_regel')).toBe(true);
});
