import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frageschluessel, suchschluessel } from '#src/person/suchschluessel.ts';
import { seeded } from '#test/bench/names.ts';
import { makeNamenspaare, type Namenspaar } from '#test/support/namenspaare.ts';
import { SCHWELLE, scoreDublette, type Angaben } from './score.ts';

function of(familienname: string, vorname: string, geburtsdatum: string | null = '1991-08-12'): Angaben {
  return { familienname, vorname, geburtsdatum };
}

/** Shown to a human: scored high enough and found by the keys at all. */
function isHit({ eins, zwei }: Namenspaar): boolean {
  const stored = new Set(suchschluessel(eins));
  return frageschluessel(zwei).some((key) => stored.has(key)) && scoreDublette(eins, zwei).punkte >= SCHWELLE;
}

describe('score of two records', () => {
  test.each([
    [
      'Mohamed/Muhammad, Abdel/Abd al-',
      of('Abdel Rahman', 'Mohamed'),
      of('Abd al-Rahman', 'Muhammad'),
      'name-umschrift',
    ],
    ['order of the names', of('Haddad', 'Rima'), of('Rima', 'Haddad'), 'name-reihenfolge'],
    ['missing surname', of('XXX', 'Schükrü'), of('Yılmaz', 'Şükrü'), 'nachname-fehlt'],
    ['one more part', of('Karimi', 'Farid'), of('Karimi', 'Farid Ahmad'), 'name-teil-mehr'],
    ['Diallo/Jallow', of('Diallo', 'Oumar'), of('Jallow', 'Omar'), 'name-umschrift'],
    ['Touré/Turay', of('Touré', 'Moussa'), of('Turay', 'Musa'), 'name-umschrift'],
    ['Schewtschenko/Shevchenko', of('Schewtschenko', 'Jewhen'), of('Shevchenko', 'Yevhen'), 'name-umschrift'],
    [
      'day and month',
      of('Haddad', 'Rima', '1991-08-12'),
      of('Haddad', 'Rima', '1991-12-08'),
      'datum-vertauscht',
    ],
    ['one digit', of('Haddad', 'Rima', '1991-08-12'), of('Haddad', 'Rima', '1991-08-15'), 'datum-ziffer'],
    ['one day', of('Haddad', 'Rima', '1991-08-31'), of('Haddad', 'Rima', '1991-09-01'), 'datum-daneben'],
    ['one year', of('Haddad', 'Rima', '1991-08-12'), of('Haddad', 'Rima', '1992-08-12'), 'datum-daneben'],
    [
      'only the year',
      of('Haddad', 'Rima', '1991-08-12'),
      of('Haddad', 'Rima', '1991-01-01'),
      'datum-nur-jahr',
    ],
    ['no date', of('Haddad', 'Rima', null), of('Haddad', 'Rima'), 'datum-fehlt'],
  ] as const)('is high for %s, and says why', (_what, eins, zwei, grund) => {
    const { punkte, gruende } = scoreDublette(eins, zwei);
    expect(punkte).toBeGreaterThanOrEqual(SCHWELLE);
    expect(gruende).toContain(grund);
  });

  test.each([
    ['siblings', of('Haddad', 'Rima'), of('Haddad', 'Yusuf', '1994-02-20')],
    ['twins', of('Haddad', 'Rima'), of('Haddad', 'Yusuf')],
    ['namesakes', of('Ali', 'Mohamed', '1991-08-12'), of('Ali', 'Muhammad', '1978-03-05')],
    ['strangers born on the same day', of('Haddad', 'Rima'), of('Petrenko', 'Olha')],
    ['1 January and one name', of('Ahmadi', 'Ali', '1990-01-01'), of('Rezai', 'Ali', '1990-01-01')],
  ])('is low for %s', (_what, eins, zwei) => {
    expect(scoreDublette(eins, zwei).punkte).toBeLessThan(SCHWELLE);
  });

  test('does not depend on which record comes first, and a record is itself', () => {
    const name = fc.constantFrom('Abd al-Rahman', 'Diallo', 'Şükrü', 'Ольга', '–', 'Ngọc', 'al-Ḥasan', '');
    const angaben = fc.record({
      familienname: name,
      vorname: name,
      geburtsdatum: fc.constantFrom(null, '1990-01-01', '1991-08-12', '1991-12-08'),
    });
    fc.assert(
      fc.property(angaben, angaben, (eins, zwei) => {
        expect(scoreDublette(eins, zwei).punkte).toBe(scoreDublette(zwei, eins).punkte);
      }),
    );
    expect(scoreDublette(of('Haddad', 'Rima'), of('Haddad', 'Rima')).gruende).toEqual([
      'name-gleich',
      'datum-gleich',
    ]);
  });
});

describe('labelled pairs of six name cultures', () => {
  test.each([7, 20_230_401])('seed %i: recall at least 0.95 at a precision of at least 0.9', (seed) => {
    const paare = makeNamenspaare(seeded(seed));
    expect(paare.length).toBeGreaterThanOrEqual(2_000);
    const hits = paare.filter(isHit);
    const right = hits.filter((paar) => paar.gleich).length;
    const wanted = paare.filter((paar) => paar.gleich).length;
    expect(right / wanted).toBeGreaterThanOrEqual(0.95);
    expect(right / hits.length).toBeGreaterThanOrEqual(0.9);
  });
});
