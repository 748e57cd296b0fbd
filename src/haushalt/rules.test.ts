import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#src/platform/day.ts';
import {
  countOn,
  fehlende,
  otherBeziehung,
  haushaltRefusals,
  personenVerlauf,
  type CountedHaushalt,
} from './rules.ts';

const start = '2023-01-10';
const tag = fc.integer({ min: -40, max: 200 }).map((n) => addDays(start, n));
const mitglied: fc.Arbitrary<CountedHaushalt> = fc
  .record({
    zaehlt: fc.boolean(),
    seit: tag,
    dauer: fc.option(fc.integer({ min: 1, max: 120 })),
    eigenerAb: fc.option(tag),
  })
  .map(({ seit, dauer, ...rest }) => ({ ...rest, seit, bis: dauer === null ? null : addDays(seit, dauer) }));
const liste = fc.array(mitglied, { maxLength: 6 });
const tage = Array.from({ length: 20 }, (_, i) => addDays(start, i * 10));

function zahlOn(
  verlauf: readonly { ab: string; bis: string | null; zahl: number }[],
  am: string,
): number | null {
  const da = verlauf.filter(({ ab, bis }) => ab <= am && (bis === null || bis > am));
  expect(da.length).toBeLessThanOrEqual(1);
  return da[0]?.zahl ?? null;
}

describe('persons of a case', () => {
  test('M184 follow the list day by day where nothing was known before', () => {
    fc.assert(
      fc.property(liste, (nachher) => {
        const verlauf = personenVerlauf([], [], nachher, start);
        for (const am of tage) expect(zahlOn(verlauf, am) ?? 1).toBe(countOn(nachher, am));
      }),
    );
  });

  test('M184 a number known before is kept while the list fills up to it, and never below the list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), liste, (zahl, nachher) => {
        const verlauf = personenVerlauf([{ ab: start, bis: null, zahl }], [], nachher, start);
        for (const am of tage) expect(zahlOn(verlauf, am)).toBe(Math.max(zahl, countOn(nachher, am)));
      }),
    );
  });

  test('M184 taking somebody away again gives the number that stood before', () => {
    fc.assert(
      fc.property(liste, mitglied, (vorher, neu) => {
        const stand = personenVerlauf([], [], vorher, start);
        const mit = personenVerlauf(stand, vorher, [...vorher, neu], start);
        const ohne = personenVerlauf(mit, [...vorher, neu], vorher, start);
        for (const am of tage) expect(zahlOn(ohne, am) ?? 1).toBe(zahlOn(stand, am) ?? 1);
      }),
    );
  });
});

test.each([
  ['nothing where all are listed', { personen: 2, kinder: 1 }, 2, ['kind'], 2, null],
  ['the children of the first talk', { personen: 4, kinder: 2 }, null, ['kind'], 2, { kinder: 1, andere: 1 }],
  ['nobody twice: an adult listed instead of a child', { personen: 2, kinder: 1 }, 2, ['sonstige'], 2, null],
  ['a bare number without saying who', null, 4, ['kind'], 2, { kinder: 0, andere: 2 }],
  ['nothing where nobody said anything', null, null, [], 1, null],
] as const)('M182 proposes %s', (_what, genannt, zahl, da, gezaehlt, expected) => {
  const found = fehlende(
    genannt,
    zahl,
    da.map((beziehung) => ({ beziehung })),
    gezaehlt,
  );
  expect(found && { kinder: found.kinder, andere: found.andere }).toEqual(expected);
});

test('M183 a relation is read from the other side', () => {
  expect(otherBeziehung('kind')).toBe('elternteil');
  expect(otherBeziehung('elternteil')).toBe('kind');
  expect(otherBeziehung('geschwister')).toBe('geschwister');
});

test('M182 everything that is wrong with an entry is said at once', () => {
  const codes = haushaltRefusals({ seit: '2024-02-01', bis: '2024-01-01', geburtsjahr: 2030 }, '2024-01-15');
  expect(codes.map(({ instance, code }) => `${instance} ${code}`)).toEqual([
    '/seit datum-in-zukunft',
    '/bis haushalt-ende-vor-beginn',
    '/geburtsjahr geburtsjahr-in-zukunft',
  ]);
});
