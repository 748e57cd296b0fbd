import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ZusteuerungRegel } from './contract.ts';
import { resolveZusteuerung, type ZusteuerungLage } from './resolve.ts';

const leer: ZusteuerungRegel = {
  id: 'leer',
  reiheId: 'leer',
  rang: 100,
  bezeichnung: 'Alle anderen',
  kommuneId: null,
  ortsteilId: null,
  zugang: null,
  wohnform: null,
  bedarf: null,
  anTraegerId: 't',
  anStandortId: null,
  anStelleId: null,
  gueltigAb: '2023-01-01',
  gueltigBis: null,
};
const uebergangswohnung: ZusteuerungRegel = {
  ...leer,
  id: 'uebergang',
  rang: 10,
  bezeichnung: 'Städtische Übergangswohnung: Team Beratung und Begleitung',
  kommuneId: 'rheine',
  wohnform: 'uebergangswohnung',
};
const lage: ZusteuerungLage = {
  am: '2023-03-01',
  kommuneId: 'rheine',
  ortsteilId: null,
  zugang: null,
  wohnform: 'uebergangswohnung',
  bedarf: null,
};

test('M92 in Rheine the städtische Übergangswohnung leads to the municipal team, other flats do not', () => {
  const regeln = [leer, uebergangswohnung];
  expect(resolveZusteuerung(regeln, lage)?.id).toBe('uebergang');
  expect(resolveZusteuerung(regeln, { ...lage, wohnform: 'eigene_wohnung' })?.id).toBe('leer');
  expect(resolveZusteuerung([uebergangswohnung], { ...lage, wohnform: null })).toBeUndefined();
});

test('a rule holds on its days only', () => {
  const regel = { ...leer, gueltigBis: '2023-04-01' };
  expect(resolveZusteuerung([regel], { ...lage, am: '2022-12-31' })).toBeUndefined();
  expect(resolveZusteuerung([regel], { ...lage, am: '2023-03-31' })?.id).toBe('leer');
  expect(resolveZusteuerung([regel], { ...lage, am: '2023-04-01' })).toBeUndefined();
});

const maybe = (values: string[]) => fc.option(fc.constantFrom(...values));
const regel = fc.record({
  id: fc.uuid(),
  rang: fc.integer({ min: 1, max: 4 }),
  kommuneId: maybe(['a', 'b']),
  zugang: maybe(['schule', 'abh']),
  wohnform: maybe(['x', 'y']),
});

test('whatever the rules, the answer fits the situation and no fitting rule has a smaller rank, in any order', () => {
  fc.assert(
    fc.property(
      fc.array(regel),
      fc.record({ kommuneId: maybe(['a', 'b']), zugang: maybe(['schule']), wohnform: maybe(['x']) }),
      (teile, frage) => {
        const regeln = teile.map((teil) => ({ ...leer, ...teil }));
        const wo = { ...lage, ...frage };
        const found = resolveZusteuerung(regeln, wo);
        const fits = (each: ZusteuerungRegel) =>
          (['kommuneId', 'zugang', 'wohnform'] as const).every(
            (name) => each[name] === null || each[name] === wo[name],
          );
        const passend = regeln.filter(fits);
        expect(found === undefined).toBe(passend.length === 0);
        if (!found) return;
        expect(fits(found)).toBe(true);
        expect(found.rang).toBe(Math.min(...passend.map((each) => each.rang)));
        expect(resolveZusteuerung(regeln.toReversed(), wo)?.rang).toBe(found.rang);
      },
    ),
  );
});
