import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestRemainder, rank, roundedPercent, topRanks } from './rules.ts';

const counts = fc.array(fc.nat(500), { minLength: 1, maxLength: 12 });

test('M342 largest remainder gives 46, 40, 1 and 13 per cent of 118 where rounding each for itself cannot', () => {
  expect(largestRemainder([54, 47, 1, 16])).toEqual([46, 40, 1, 13]);
  expect([54, 47, 1, 16].map((n) => roundedPercent(n, 118)).reduce((a, b) => a + b)).toBe(101);
});

test('M342 shares are whole, add up to 100 and are less than one point away from the true share', () => {
  fc.assert(
    fc.property(counts, (values) => {
      const total = values.reduce((a, b) => a + b, 0);
      const shares = largestRemainder(values);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total === 0 ? 0 : 100);
      for (const [i, share] of shares.entries()) {
        const exact = total === 0 ? 0 : ((values[i] ?? 0) * 100) / total;
        expect(Math.abs(share - exact)).toBeLessThan(1);
      }
    }),
  );
});

test('M342 equal rests go to the value that stands first', () => {
  expect(largestRemainder([1, 1, 1])).toEqual([34, 33, 33]);
  expect(largestRemainder([0, 0])).toEqual([0, 0]);
});

test('M343 M344 equal counts share a rank, the next rank is left out, and every tied value is printed', () => {
  const values = [8, 5, 22, 5, 13, 9, 5, 4].map((anzahl, i) => ({ code: `c${i}`, name: `n${i}`, anzahl }));
  const ranked = rank(values);
  expect(ranked.map((v) => [v.rang, v.anzahl])).toEqual([
    [1, 22],
    [2, 13],
    [3, 9],
    [4, 8],
    [5, 5],
    [5, 5],
    [5, 5],
    [8, 4],
  ]);
  expect(topRanks(ranked, 5)).toHaveLength(7);
  expect(topRanks(ranked, undefined)).toHaveLength(8);
});

test('M343 no value that is left out is as large as one that is printed', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 12 }), (values, n) => {
      const ranked = rank(values.map((anzahl, i) => ({ code: `c${i}`, name: `n${i}`, anzahl })));
      const printed = topRanks(ranked, n);
      expect(printed.length).toBeGreaterThanOrEqual(Math.min(n, values.length));
      const least = Math.min(...printed.map((v) => v.anzahl));
      expect(ranked.slice(printed.length).every((v) => v.anzahl < least)).toBe(true);
    }),
  );
});
