import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auslassung, faelligAb, faelligkeit, fristText, readFrist, vorgabe, type Pruefung } from './frist.ts';

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10));

test('M401 full calendar years begin after the year of the day, months on the day itself', () => {
  expect(faelligAb(vorgabe.fall, '2021-05-10')).toBe('2025-01-01');
  expect(faelligAb(vorgabe.kurzberatung, '2021-12-31')).toBe('2023-01-01');
  expect(faelligAb(vorgabe.widerruf, '2023-01-31')).toBe('2023-02-28');
  expect(faelligAb({ einheit: 'monate', anzahl: 0 }, '2023-01-31')).toBe('2023-01-31');
});

test('M401 a later day never falls due earlier, and three calendar years are at least three years', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [earlier, later] = [a, b].toSorted() as [string, string];
      expect(faelligAb(vorgabe.fall, earlier) <= faelligAb(vorgabe.fall, later)).toBe(true);
      expect(faelligAb(vorgabe.fall, a) > `${Number(a.slice(0, 4)) + 3}${a.slice(4)}`).toBe(true);
    }),
  );
});

test('M151 M401 the first rule that applies decides; an open case is never due', () => {
  const leer = { fallBezug: null, kurzBezug: null, widerrufAm: null };
  expect(faelligkeit(leer, vorgabe)).toBeUndefined();
  expect(faelligkeit({ ...leer, fallBezug: '2021-05-10', widerrufAm: '2021-06-01' }, vorgabe)).toMatchObject({
    art: 'widerruf',
    faelligAb: '2021-07-01',
  });
});

test('M401 a released item is left out when it is gone, moved, held up or not due any more', () => {
  const heute = '2026-01-01';
  const posten: Pruefung = {
    art: 'fall',
    traegerId: 'a',
    laufTraegerId: 'a',
    sperre: null,
    fallBezug: '2021-05-10',
    kurzBezug: null,
    widerrufAm: null,
  };
  expect(auslassung(posten, vorgabe, heute)).toBeUndefined();
  expect(auslassung({ ...posten, traegerId: null }, vorgabe, heute)).toBe('nicht_da');
  expect(auslassung({ ...posten, traegerId: 'b' }, vorgabe, heute)).toBe('traeger_gewechselt');
  expect(auslassung({ ...posten, sperre: 'verfahren' }, vorgabe, heute)).toBe('sperre');
  expect(auslassung({ ...posten, fallBezug: '2025-05-10' }, vorgabe, heute)).toBe('nicht_faellig');
  expect(auslassung({ ...posten, fallBezug: null }, vorgabe, heute)).toBe('nicht_faellig');
  const ersuchen: Pruefung = { ...posten, art: 'ersuchen', fallBezug: null };
  expect(auslassung(ersuchen, vorgabe, heute)).toBeUndefined();
  expect(auslassung({ ...ersuchen, sperre: 'verfahren' }, vorgabe, heute)).toBe('sperre');
});

test('a period is read back from run and proof', () => {
  expect(readFrist(fristText({ einheit: 'monate', anzahl: 6 }))).toEqual({ einheit: 'monate', anzahl: 6 });
  expect(readFrist('')).toBeUndefined();
});
