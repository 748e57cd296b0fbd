import fc from 'fast-check';
import { expect, test } from 'vitest';
import { akteurRolle } from './contract.ts';
import { fitText, karteWidth, placeKarte } from './karte.ts';

test('M172 however many actors: every one has a box, none covers another or leaves the drawing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...akteurRolle.options), { maxLength: 30 }), (rollen) => {
      const akteure = rollen.map((rolle, i) => ({ id: String(i), rolle }));
      const { kasten, hoehe, mitte } = placeKarte(akteure);
      expect(kasten.map(({ id }) => id).toSorted()).toEqual(akteure.map(({ id }) => id).toSorted());
      const all = [...kasten, mitte];
      for (const [i, one] of all.entries()) {
        expect(Math.min(one.x, one.y)).toBeGreaterThanOrEqual(0);
        expect(one.x + one.breite).toBeLessThanOrEqual(karteWidth);
        expect(one.y + one.hoehe).toBeLessThanOrEqual(hoehe);
        for (const other of all.slice(i + 1)) {
          const beside = one.x + one.breite <= other.x || other.x + other.breite <= one.x;
          const below = one.y + one.hoehe <= other.y || other.y + other.hoehe <= one.y;
          expect(beside || below).toBe(true);
        }
      }
    }),
  );
});

test('long names are cut to what fits', () => {
  expect(fitText('Frauen- und Mädchenberatung Kreis Unna', 20)).toBe('Frauen- und Mädchen…');
  expect(fitText('Jobcenter', 20)).toBe('Jobcenter');
});
