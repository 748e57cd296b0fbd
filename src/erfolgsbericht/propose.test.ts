import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { herkunftsland } from '#src/demo/data/herkunftsland.ts';
import { berichtInhalt } from './bericht.ts';
import { findMerkmale } from './find-merkmale.ts';
import { proposeBericht, sinceOf, type BerichtFakten } from './propose.ts';
import { weltregion } from './weltregion.ts';

const fakten: BerichtFakten = {
  geschlecht: 'w',
  alter: 34,
  herkunft: 'Südamerika',
  jahreInDeutschland: 9,
  jahreBegleitet: 3,
  kinder: true,
  bereich: ['Wohnen', 'Arbeit', 'Finanzen', 'Gesundheit'],
  erreicht: ['Eine eigene Wohnung beziehen'],
  schritt: ['Die Einbürgerung beantragen'],
};

describe('the proposed text', () => {
  test('M357 M176 names themes, reached goals and the next step, the person only in rounded facts', () => {
    expect(proposeBericht(fakten)).toEqual({
      titel: 'Ein Fallbeispiel: Wohnen, Arbeit und Finanzen',
      lage: [
        'Frau zwischen 30 und 39 Jahren aus Südamerika',
        'lebt seit rund 10 Jahren in Deutschland',
        'lebt mit Kindern im Haushalt',
        'wird seit einigen Jahren im Case Management begleitet',
      ].join('\n'),
      thema: 'Wohnen\nArbeit\nFinanzen\nGesundheit',
      erreicht: 'Eine eigene Wohnung beziehen',
      schritt: 'Die Einbürgerung beantragen',
    });
  });

  test('M357 whatever the facts, it tells neither an age nor a number of years, and nothing is to be marked in it', () => {
    fc.assert(
      fc.property(
        fc.nat(105),
        fc.option(fc.nat(60)),
        fc.nat(30),
        fc.constantFrom('w', 'm', 'd', null),
        (alter, jahreInDeutschland, jahreBegleitet, geschlecht) => {
          const text = proposeBericht({ ...fakten, alter, jahreInDeutschland, jahreBegleitet, geschlecht });
          expect(berichtInhalt.safeParse(text).success).toBe(true);
          expect(findMerkmale(text.lage, [])).toEqual([]);
          for (const number of text.lage.match(/\d+/g) ?? [])
            expect([0, 5, 9].includes(Number(number) % 10)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
    expect([0, 1, 2, 4, 5, 7, 8, 12].map(sinceOf).join('|')).toBe(
      'seit kurzer Zeit|seit kurzer Zeit|seit einigen Jahren|seit einigen Jahren|seit rund 5 Jahren|seit rund 5 Jahren|seit rund 10 Jahren|seit rund 10 Jahren',
    );
  });

  test('M357 every country lies in a region of several countries', () => {
    const small = new Set(['aq', 'bv', 'hm', 'tf', 'io', 'cc', 'cx', 'um', 'gs']);
    const missing = herkunftsland
      .map(({ code }) => code)
      .filter((code) => code.length === 2 && !small.has(code) && code !== 'de' && weltregion(code) === null);
    expect(missing).toEqual([]);
  });
});
