import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ZielInhalt } from './contract.ts';
import { diffPlan, isEmptyDiff } from './diff.ts';
import { combineZiel, zielKonflikte } from './combine.ts';
import { planInhalt, type PlanInhalt } from './plan.ts';
import { wortlautOf } from './wortlaut.ts';

const ids = ['a', 'b', 'c', 'd'].map((last) => `00000000-0000-4000-8000-00000000000${last}`);
const wort = fc.constantFrom('', 'Wohnung', 'Arbeit');
const tag = fc.constantFrom(null, '2026-05-01', '2026-06-01');
const schritt = fc.record({
  id: fc.constantFrom(...ids),
  text: wort,
  akteur: fc.constantFrom('klient' as const, 'casemanagement' as const, 'dritte' as const),
  stelleId: fc.constantFrom(null, ...ids),
  dritte: wort,
  faelligAm: tag,
  stand: fc.constantFrom('offen' as const, 'erledigt' as const),
});
const schritte = fc.uniqueArray(schritt, { selector: ({ id }) => id, maxLength: 4 });
const ziel = fc.record({
  id: fc.constantFrom(...ids),
  lebensbereich: fc.constantFrom('wohnen', 'arbeit'),
  text: wort,
  worte: wort,
  indikator: wort,
  prioritaet: fc.constantFrom(1, 2, 3),
  bisWann: tag,
  stand: fc.constantFrom('offen' as const, 'erreicht' as const),
  schritt: schritte,
});
const plan: fc.Arbitrary<PlanInhalt> = fc.record({
  ziel: fc.uniqueArray(ziel, { selector: ({ id }) => id, maxLength: 4 }),
  zustimmung: fc.constant(null),
});

test('M162 two plans differ exactly where what was agreed differs; the state of the work is none of it', () => {
  fc.assert(
    fc.property(plan, plan, (alt, neu) => {
      expect(isEmptyDiff(diffPlan(alt, alt))).toBe(true);
      expect(isEmptyDiff(diffPlan(alt, neu))).toBe(wortlautOf(alt) === wortlautOf(neu));
    }),
  );
});

test('M162 what is new one way is gone the other way, and changed fields are the same with both values swapped', () => {
  fc.assert(
    fc.property(plan, plan, (alt, neu) => {
      const [there, back] = [diffPlan(alt, neu), diffPlan(neu, alt)];
      const turned = { neu: 'entfallen', entfallen: 'neu', geaendert: 'geaendert' } as const;
      expect(there.umgestellt).toBe(back.umgestellt);
      expect(new Set(there.ziel.map(({ id }) => id))).toEqual(new Set(back.ziel.map(({ id }) => id)));
      for (const one of there.ziel) {
        const other = back.ziel.find(({ id }) => id === one.id)!;
        expect(other.art).toBe(turned[one.art]);
        expect(one.felder).toEqual(
          other.felder.map(({ feld, alt: a, neu: n }) => ({ feld, alt: n, neu: a })),
        );
        expect(one.schritt.map(({ id, art }) => `${id} ${art}`).toSorted()).toEqual(
          other.schritt.map(({ id, art }) => `${id} ${turned[art]}`).toSorted(),
        );
      }
    }),
  );
});

test('M162 the wording of a plan does not depend on how its fields are ordered', () => {
  const turn = (value: object) => Object.fromEntries(Object.entries(value).toReversed());
  fc.assert(
    fc.property(plan, (one) => {
      const turned = planInhalt.parse({
        zustimmung: null,
        ziel: one.ziel.map((z) => ({ ...turn(z), schritt: z.schritt.map(turn) })),
      });
      expect(wortlautOf(turned)).toBe(wortlautOf(one));
    }),
  );
});

const inhalt: fc.Arbitrary<ZielInhalt> = ziel.map(({ id: _id, stand: _stand, schritt: alle, ...rest }) => ({
  ...rest,
  schritt: alle.map(({ stand: _s, ...each }) => each),
}));
const chosen = (konflikte: ReturnType<typeof zielKonflikte>) =>
  new Set(konflikte.filter(({ gewaehlt }) => gewaehlt === 'andere').map(({ feld }) => feld));
const parts = ({ schritt: alle, ...rest }: ZielInhalt) => ({
  ...rest,
  schritt: Object.fromEntries(alle.map((each) => [each.id, each])),
});

test('M159 two people at one goal: unasked, each keeps what only he changed, and one’s own stands where both did', () => {
  fc.assert(
    fc.property(inhalt, inhalt, inhalt, (basis, meine, andere) => {
      expect(parts(combineZiel(basis, andere, chosen(zielKonflikte(basis, basis, andere))))).toEqual(
        parts(andere),
      );
      expect(parts(combineZiel(meine, basis, chosen(zielKonflikte(basis, meine, basis))))).toEqual(
        parts(meine),
      );
      const combined = combineZiel(meine, andere, chosen(zielKonflikte(basis, meine, andere)));
      for (const feld of ['lebensbereich', 'text', 'worte', 'indikator', 'prioritaet', 'bisWann'] as const) {
        expect(combined[feld]).toBe(meine[feld] === basis[feld] ? andere[feld] : meine[feld]);
      }
    }),
  );
});

test('M159 a chosen side stands in every field and step that differs', () => {
  fc.assert(
    fc.property(inhalt, inhalt, inhalt, (basis, meine, andere) => {
      const felder = zielKonflikte(basis, meine, andere).map(({ feld }) => feld);
      expect(parts(combineZiel(meine, andere, new Set(felder)))).toEqual(parts(andere));
      expect(parts(combineZiel(meine, andere, new Set()))).toEqual(parts(meine));
    }),
  );
});
