import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fokusQuote } from './rules.ts';

const spanne = { art: 'spanne', von: 25, bis: 30 } as const;
const drittel = { art: 'fokus' as const, gruppen: ['Geduldete'], freierAnteilProzent: 34 };

test('M88 of the places of a Träger at least one third stays open for people outside the focus group', () => {
  const zahl = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 2000 }), zahl, zahl, (vzaeHundertstel, fokus, andere) => {
      const quote = fokusQuote(spanne, drittel, { vzaeHundertstel, aktiv: fokus + andere, fokus });
      if (quote === null) throw new Error('posts give places');
      expect(quote.plaetze - quote.fokusHoechstens).toBeGreaterThanOrEqual(quote.plaetze / 3);
      expect(quote.fokusFrei).toBeLessThanOrEqual(quote.frei);
      // Whoever uses up what is offered never breaks the share.
      if (fokus <= quote.fokusHoechstens)
        expect(fokus + quote.fokusFrei).toBeLessThanOrEqual(quote.fokusHoechstens);
      else expect(quote.fokusFrei).toBe(0);
    }),
  );
});

test('M88 without a Fallschlüssel, a focus rule or an occupied post there is nothing to count by', () => {
  const zahlen = { vzaeHundertstel: 170, aktiv: 10, fokus: 3 };
  expect(fokusQuote({ art: 'keiner' }, drittel, zahlen)).toBeNull();
  expect(fokusQuote(spanne, { art: 'alle' }, zahlen)).toBeNull();
  expect(fokusQuote(spanne, drittel, { ...zahlen, vzaeHundertstel: 0 })).toBeNull();
  expect(fokusQuote({ art: 'verhaeltnis', zahl: 60 }, drittel, zahlen)).toMatchObject({ plaetze: 102 });
});
