import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distribute } from './distribute.ts';

const faelle = fc.uniqueArray(fc.record({ fallId: fc.uuid(), offen: fc.boolean() }), {
  selector: ({ fallId }) => fallId,
  maxLength: 80,
});
const kollegen = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 7 });

test('M199 every case goes to one of the colleagues, and nobody gets more than one open or one case more than another', () => {
  fc.assert(
    fc.property(faelle, kollegen, (fall, an) => {
      const verteilt = distribute(fall, an);
      expect(verteilt.map(({ fallId }) => fallId).toSorted()).toEqual(
        fall.map(({ fallId }) => fallId).toSorted(),
      );
      const offen = new Set(fall.filter((each) => each.offen).map(({ fallId }) => fallId));
      for (const which of [verteilt, verteilt.filter(({ fallId }) => offen.has(fallId))]) {
        const counts = an.map((id) => which.filter(({ anKontoId }) => anKontoId === id).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
