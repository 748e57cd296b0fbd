import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNameless, nameParts } from './umschrift.ts';
import { frageschluessel, suchschluessel } from './suchschluessel.ts';

const forms = (...names: string[]) => nameParts(...names).map((part) => part.form);

describe('parts of a name', () => {
  test.each([
    ['Abd al-Rahman', ['abdrahman']],
    ['Abdel Rahman', ['abdrahman']],
    ['Abdurrahman', ['abdrahman']],
    ['Abd Allah', ['abdlah']],
    ['Abdullah', ['abdlah']],
    ['Nour Eddine', ['nourdin']],
    ['Nooruddin', ['noordin']],
    ['al-Hassan', ['hassan']],
    ['Ben Ali', ['ali']],
    ['Rahmat Ullah', ['rahmatulah']],
    ['–', []],
    ['Al', ['al']],
  ])('%s: articles go, servants of God stay whole', (name, parts) => {
    expect(forms(name)).toEqual(parts);
  });

  test('what officials write for a missing name is none', () => {
    expect(['', '–', 'XXX', 'unbekannt', 'N.N.', 'ohne Angabe'].map(isNameless)).not.toContain(false);
    expect(['Xu', 'Na', 'O', 'Kein Name'].map(isNameless)).not.toContain(true);
  });

  test('any text has parts that can be compared', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const part of nameParts(text)) {
          expect(part.laut).not.toBe('');
          expect(part.lesarten.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('keys by which records meet', () => {
  const meets = (
    eins: Parameters<typeof suchschluessel>[0],
    zwei: Parameters<typeof suchschluessel>[0],
  ): boolean => {
    const stored = new Set(suchschluessel(eins));
    return frageschluessel(zwei).some((key) => stored.has(key));
  };
  const rima = { familienname: 'Haddad', vorname: 'Rima', geburtsdatum: '1991-08-12' };

  test('the same names without a date, one name with the year, or the same day are enough', () => {
    expect(meets(rima, { ...rima, geburtsdatum: null })).toBe(true);
    expect(meets(rima, { familienname: '–', vorname: 'Rima', geburtsdatum: '1991-12-08' })).toBe(true);
    expect(meets(rima, { familienname: 'Xaver', vorname: 'Otto', geburtsdatum: '1991-08-12' })).toBe(true);
  });

  test('1 January alone brings nobody together', () => {
    const jahr = { ...rima, geburtsdatum: '1991-01-01' };
    expect(meets(jahr, { familienname: 'Xaver', vorname: 'Otto', geburtsdatum: '1991-01-01' })).toBe(false);
    expect(meets(rima, { familienname: 'Xaver', vorname: 'Otto', geburtsdatum: null })).toBe(false);
  });
});
