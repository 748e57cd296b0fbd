import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAngebote, meetingKeys, schwelle, type Vergleichbar } from './doppeleintrag.ts';

const basis: Vergleichbar = {
  name: 'Sprachcafé für Frauen',
  stelleId: 'a',
  kommuneId: 'norden',
  lebensbereich: ['sprache'],
  telefon: '+49 (0)2303 12 34',
  email: 'cafe@stadt.de',
  web: 'https://www.stadt.de/cafe/',
};
const fremd: Vergleichbar = {
  name: 'Schuldnerberatung',
  stelleId: 'b',
  kommuneId: null,
  lebensbereich: [],
  telefon: '',
  email: '',
  web: '',
};

test('M294 the same offer in another spelling is found, whoever wrote it down', () => {
  const other = {
    ...basis,
    name: 'SPRACHCAFE (Frauen)',
    stelleId: 'b',
    telefon: '02303/1234',
    email: '',
    web: 'http://stadt.de/cafe',
  };
  const { punkte, grund } = compareAngebote(basis, other);
  expect(grund).toEqual(['name', 'telefon', 'web', 'ort']);
  expect(punkte).toBeGreaterThanOrEqual(schwelle);
  const turned = compareAngebote(basis, { ...fremd, name: 'Frauen: Sprachcafé', stelleId: 'a' });
  expect(turned).toEqual({ punkte: 65, grund: ['name', 'stelle'] });
});

test('M294 two offers of one office, and offers of one name in two towns, are not taken for the same', () => {
  expect(compareAngebote(basis, { ...basis, name: 'Mietberatung' }).punkte).toBe(0);
  const town = { ...basis, stelleId: 'b', kommuneId: 'sueden', telefon: '1', email: 'b@b.de', web: '' };
  expect(compareAngebote(basis, town).punkte).toBeLessThan(schwelle);
  expect(compareAngebote(basis, fremd).punkte).toBe(0);
});

const angebot = fc.record({
  name: fc.oneof(
    fc.constantFrom('Sprachcafé', 'Sprachcafé Unna', 'Café', '???', ''),
    fc.string({ unit: 'binary' }),
  ),
  stelleId: fc.constantFrom('a', 'b', null),
  kommuneId: fc.constantFrom('norden', null),
  lebensbereich: fc.subarray(['sprache', 'wohnen']),
  telefon: fc.constantFrom('', '02303 1', '+49 2303 1', '---'),
  email: fc.constantFrom('', 'a@b.de', 'A@B.de'),
  web: fc.constantFrom('', 'https://a.de', 'http://www.a.de/'),
});

test('the comparison is the same from both sides, and what is found shares a key under which it is looked for', () => {
  fc.assert(
    fc.property(angebot, angebot, (one, other) => {
      const there = compareAngebote(one, other);
      expect(compareAngebote(other, one)).toEqual(there);
      expect(there.punkte).toBeLessThanOrEqual(100);
      if (there.punkte < schwelle) return;
      const keys = new Set(meetingKeys(one));
      expect(meetingKeys(other).some((key) => keys.has(key))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('two entries without a name are not the same because of that', () => {
  const leer = { ...fremd, name: '', kommuneId: 'norden', lebensbereich: ['wohnen'] };
  expect(compareAngebote(leer, { ...leer, stelleId: null }).punkte).toBeLessThan(schwelle);
});
