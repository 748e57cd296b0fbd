import { expect, test } from 'vitest';
import { checkFall, holderOf, merkmalZeiten, statusZeiten, traegerZeiten } from './rules.ts';
import type { FallAngaben } from './zeile.ts';

const heute = '2023-05-02';
const fall: FallAngaben = {
  nummer: 'RH-0002',
  familienname: 'Noori',
  traegerId: 'lf',
  aufnahme: '2021-09-27',
  einwilligung: '2021-09-27',
  geburtsdatum: '2001-07-28',
  uebergabeAm: '2022-10-06',
  uebergabeAnId: 'caritas',
  status: 'aktiv',
  inaktivSeit: '2022-10-23',
  wiederAktivSeit: '2023-01-20',
  grund: { liste: 'abschlussgrund', code: 'umzug' },
  geschlecht: 'd',
  lebensbereich: ['gesundheit', 'wohnen'],
};

test('M194 a case that was closed and taken up again has three periods', () => {
  expect(statusZeiten(fall).map(({ status, grund, ab, bis }) => [status, grund, ab, bis])).toEqual([
    ['aktiv', null, '2021-09-27', '2022-10-23'],
    ['abgeschlossen', 'umzug', '2022-10-23', '2023-01-20'],
    ['aktiv', null, '2023-01-20', null],
  ]);
});

test('M186 long silence lets a case rest, moving away closes it; both are "inaktiv" in the workbook', () => {
  const resting: FallAngaben = {
    ...fall,
    status: 'inaktiv',
    wiederAktivSeit: null,
    grund: { liste: 'ruhegrund', code: 'nicht_gemeldet' },
  };
  expect(statusZeiten(resting).at(-1)).toMatchObject({
    status: 'ruhend',
    grund: 'nicht_gemeldet',
    bis: null,
  });
  expect(statusZeiten({ ...resting, grund: fall.grund }).at(-1)).toMatchObject({
    status: 'abgeschlossen',
    grund: 'umzug',
  });
  expect(statusZeiten({ ...resting, grund: null }).at(-1)).toMatchObject({ status: 'ruhend', grund: null });
});

test('a case that was inactive from its first day on has no active period', () => {
  expect(
    statusZeiten({ ...fall, inaktivSeit: fall.aufnahme, wiederAktivSeit: null, status: 'inaktiv' }),
  ).toHaveLength(1);
});

test('M196 a handover ends the time of the first Träger and begins that of the second', () => {
  expect(traegerZeiten(fall)).toEqual([
    { traegerId: 'lf', anlass: 'aufnahme', ab: '2021-09-27', bis: '2022-10-06' },
    { traegerId: 'caritas', anlass: 'uebergabe', ab: '2022-10-06', bis: null },
  ]);
  expect(holderOf(fall)).toBe('caritas');
});

test('Merkmale hold from admission on', () => {
  expect(merkmalZeiten(fall)).toEqual([
    { merkmal: 'geschlecht', wert: 'd', ab: '2021-09-27', bis: null },
    { merkmal: 'lebensbereich', wert: 'gesundheit', ab: '2021-09-27', bis: null },
    { merkmal: 'lebensbereich', wert: 'wohnen', ab: '2021-09-27', bis: null },
  ]);
});

test.each<[string, Partial<FallAngaben>, string, string]>([
  ['admission tomorrow', { aufnahme: '2023-05-03' }, 'aufnahme', 'datum-in-zukunft'],
  ['born after admission', { geburtsdatum: '2022-01-01' }, 'geburtsdatum', 'datum-reihenfolge'],
  ['handed over before admission', { uebergabeAm: '2021-09-26' }, 'uebergabeAm', 'datum-reihenfolge'],
  ['handed over to nobody', { uebergabeAnId: null }, 'uebergabeAn', 'pflichtfeld'],
  ['handed over on no day', { uebergabeAm: null }, 'uebergabeAm', 'pflichtfeld'],
  ['handed over to the same Träger', { uebergabeAnId: 'lf' }, 'uebergabeAn', 'traeger-gleich'],
  ['inactive before admission', { inaktivSeit: '2021-01-01' }, 'inaktivSeit', 'datum-reihenfolge'],
  [
    'active again before it was inactive',
    { wiederAktivSeit: '2022-10-23' },
    'wiederAktivSeit',
    'datum-reihenfolge',
  ],
  [
    'inactive without a day',
    { status: 'inaktiv', inaktivSeit: null, wiederAktivSeit: null },
    'inaktivSeit',
    'pflichtfeld',
  ],
  ['inactive and active again', { status: 'inaktiv' }, 'status', 'status-widerspruch'],
  ['active and still inactive', { wiederAktivSeit: null }, 'wiederAktivSeit', 'status-widerspruch'],
  [
    'closed without a reason',
    { status: 'abgeschlossen', wiederAktivSeit: null, grund: null },
    'grund',
    'pflichtfeld',
  ],
])('%s is refused in its cell', (_, changed, feld, code) => {
  expect(checkFall({ ...fall, ...changed }, heute)).toContainEqual({ feld, code });
});

test('a row without contradictions is accepted', () => {
  expect(checkFall(fall, heute)).toEqual([]);
});
