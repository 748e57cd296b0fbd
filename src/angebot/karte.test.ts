import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterOrte, drawKarte, type Point } from './karte.ts';

const ort = fc.record({
  laenge: fc.double({ min: 6, max: 9, noNaN: true }),
  breite: fc.double({ min: 50.5, max: 52.5, noNaN: true }),
});
const kreis = fc
  .uniqueArray(ort, {
    minLength: 1,
    maxLength: 25,
    // Nearer than a kilometre no two town centres are.
    comparator: (a, b) => Math.hypot(a.laenge - b.laenge, a.breite - b.breite) < 0.01,
  })
  .map((orte) => orte.map((each, at) => ({ ...each, id: String(at) })));

function isInside([x, y]: Point, ecken: readonly Point[]): boolean {
  const sides = ecken.map(([bx, by], at) => {
    const [ax, ay] = ecken.at(at - 1) ?? [bx, by];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  });
  return sides.every((side) => side >= -1e-6) || sides.every((side) => side <= 1e-6);
}

test('M287 each Kommune of the map lies in its own area, and every corner of an area is nearest to its centre', () => {
  fc.assert(
    fc.property(kreis, (orte) => {
      const karte = drawKarte(orte);
      expect(karte?.flaechen).toHaveLength(orte.length);
      for (const { mitte, ecken } of karte?.flaechen ?? []) {
        expect(ecken.length).toBeGreaterThan(2);
        expect(isInside(mitte, ecken)).toBe(true);
        for (const [x, y] of ecken) {
          const own = Math.hypot(mitte[0] - x, mitte[1] - y);
          for (const other of karte?.flaechen ?? [])
            expect(own).toBeLessThanOrEqual(Math.hypot(other.mitte[0] - x, other.mitte[1] - y) + 1e-3);
        }
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test('every point between the towns lies in the area of the nearest one, and nothing lies beside the sheet', () => {
  fc.assert(
    fc.property(kreis, fc.array(fc.nat({ max: 100 }), { minLength: 25, maxLength: 25 }), (orte, weights) => {
      const karte = drawKarte(orte);
      if (!karte) throw new Error('no map');
      for (const [x, y] of karte.flaechen.flatMap(({ ecken }) => ecken)) {
        expect(x).toBeGreaterThan(-1e-6);
        expect(x).toBeLessThan(karte.width + 1e-6);
        expect(y).toBeGreaterThan(-1e-6);
        expect(y).toBeLessThan(karte.height + 1e-6);
      }
      const sum = karte.flaechen.reduce((all, _, at) => all + (weights[at] ?? 0) + 1, 0);
      const mean = (axis: 0 | 1) =>
        karte.flaechen.reduce(
          (all, { mitte }, at) => all + (mitte[axis] * ((weights[at] ?? 0) + 1)) / sum,
          0,
        );
      const point: Point = [mean(0), mean(1)];
      const far = ({ mitte }: { mitte: Point }) => Math.hypot(mitte[0] - point[0], mitte[1] - point[1]);
      const [nearest] = karte.flaechen.toSorted((a, b) => far(a) - far(b));
      expect(isInside(point, nearest?.ecken ?? [])).toBe(true);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test('north is up and east is right, a Kreis without centres has no map, and a double centre gets no area', () => {
  expect(drawKarte([])).toBeUndefined();
  const karte = drawKarte([
    { id: 'selm', laenge: 7.47, breite: 51.69 },
    { id: 'schwerte', laenge: 7.57, breite: 51.44 },
    { id: 'noch einmal', laenge: 7.57, breite: 51.44 },
  ]);
  const [selm, schwerte, double] = karte?.flaechen ?? [];
  expect(selm?.mitte[1]).toBeLessThan(schwerte?.mitte[1] ?? 0);
  expect(selm?.mitte[0]).toBeLessThan(schwerte?.mitte[0] ?? 0);
  expect(double?.ecken).toEqual([]);
});

test('M287 offers at one place become one mark that counts them all', () => {
  const karte = {
    place: ({ laenge, breite }: { laenge: number; breite: number }): Point => [laenge, breite],
  };
  const haufen = clusterOrte(
    karte,
    [
      { laenge: 3, breite: 0, anzahl: 1 },
      { laenge: 0, breite: 0, anzahl: 4 },
      { laenge: 90, breite: 0, anzahl: 2 },
    ],
    10,
  );
  expect(haufen.map(({ mitte, orte }) => [mitte[0], orte.map(({ anzahl }) => anzahl)])).toEqual([
    [0, [4, 1]],
    [90, [2]],
  ]);
});
