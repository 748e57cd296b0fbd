import { expect, test } from 'vitest';
import { normalizeStrasse, resolveZustaendigkeit, type Ort } from './resolve.ts';

const links = { id: 'links', name: 'Rheine links der Ems' };
const rechts = { id: 'rechts', name: 'Rheine rechts der Ems' };
const strasse = (ortsteilId: string, name: string, bis: string | null = null) => ({
  ortsteilId,
  strasse: name,
  ab: '1900-01-01',
  bis,
});

const rheine: Ort = {
  ortsteil: [links, rechts],
  strasse: [
    strasse('links', 'Salzbergener Straße'),
    strasse('rechts', 'Osnabrücker Straße'),
    strasse('links', 'Emsstraße'),
    strasse('rechts', 'Emsstraße'),
    strasse('links', 'Gartenweg', '2023-01-01'),
  ],
  gebiet: [
    { traegerId: 'lf', traegerName: 'Lernen fördern', ortsteilId: null, ab: '2021-09-01', bis: '2022-07-01' },
    { traegerId: 'ca', traegerName: 'Caritas Rheine', ortsteilId: 'links', ab: '2022-07-01', bis: null },
    { traegerId: 'lf', traegerName: 'Lernen fördern', ortsteilId: 'rechts', ab: '2022-07-01', bis: null },
  ],
  behoerde: [
    { art: 'abh', id: 'abh', name: 'ABH', angegliedertAn: null, ab: '1900-01-01', bis: null },
    { art: 'ebh', id: 'ebh', name: 'EBH', angegliedertAn: 'abh', ab: '1900-01-01', bis: null },
  ],
};

function traegerOn(am: string, ort: { ortsteilId?: string; strasse?: string } = {}) {
  return resolveZustaendigkeit(rheine, { am, ...ort }).traeger.map((t) => [t.name, t.grund]);
}

test('M31 the whole town has one Träger until June 2022 and two from July on', () => {
  expect(traegerOn('2021-08-31')).toEqual([]);
  expect(traegerOn('2022-06-30', { ortsteilId: 'links' })).toEqual([['Lernen fördern', 'kommune']]);
  expect(traegerOn('2022-07-01', { ortsteilId: 'links' })).toEqual([['Caritas Rheine', 'ortsteil']]);
  expect(traegerOn('2022-07-01', { ortsteilId: 'rechts' })).toEqual([['Lernen fördern', 'ortsteil']]);
});

test('M30 the side of the river follows from the street, with or without a number', () => {
  expect(traegerOn('2023-04-01', { strasse: 'salzbergener str. 12 a' })).toEqual([
    ['Caritas Rheine', 'strasse'],
  ]);
  expect(traegerOn('2023-04-01', { strasse: 'Osnabrücker Straße 7-9' })).toEqual([
    ['Lernen fördern', 'strasse'],
  ]);
});

test.each([
  ['no address', {}],
  ['a street that nobody listed', { strasse: 'Unbekannter Weg 1' }],
  ['a street through both parts', { strasse: 'Emsstraße 3' }],
  ['a street whose listing ended', { strasse: 'Gartenweg 5' }],
])('while the part is open both Träger are named: %s', (_, ort) => {
  expect(traegerOn('2023-04-01', ort)).toEqual([
    ['Caritas Rheine', 'ortsteil_offen'],
    ['Lernen fördern', 'ortsteil_offen'],
  ]);
});

test('M45 the naturalisation office may be part of the foreigners’ authority', () => {
  const { ebhTeilDerAbh } = resolveZustaendigkeit(rheine, { am: '2023-04-01' });
  expect(ebhTeilDerAbh).toBe(true);
  const ohneAbh = { ...rheine, behoerde: rheine.behoerde.slice(1) };
  expect(resolveZustaendigkeit(ohneAbh, { am: '2023-04-01' })).toMatchObject({
    abh: null,
    ebhTeilDerAbh: false,
  });
});

test.each([
  ['Bahnhofstr. 5', 'bahnhofstrasse'],
  ['Bahnhofstraße', 'bahnhofstrasse'],
  ['Friedrich-Ebert-Ring 12 b', 'friedrichebertring'],
  ['Straße des 17. Juni 135', 'strassedes17juni'],
  ['', ''],
])('streets are compared without spelling and number: %s', (text, expected) => {
  expect(normalizeStrasse(text)).toBe(expected);
});
