import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFeiertag } from '#src/kreis/feiertag.ts';
import { isWerktag } from '#src/kreis/werktag.ts';
import { addDays, type Day } from '#src/platform/day.ts';
import { fristOf } from '#src/anfrage/rules.ts';
import { folgeterminBis } from '#src/erstberatung/rules.ts';
import { fristStand } from './frist.ts';

const day = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 86_400_000, max: Date.UTC(2036, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

function daysAfter(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) days.push(at);
  return days;
}

describe('the first appointment', () => {
  test('M108 takes place within two weeks of the request', () => {
    expect(fristOf('2026-05-22', false, { samstag: true })).toBe('2026-06-05');
    fc.assert(
      fc.property(day, fc.boolean(), (am, samstag) => {
        expect(daysAfter(am, fristOf(am, false, { samstag }))).toHaveLength(14);
      }),
    );
  });

  test.each([
    ['Werktage with Saturday', true],
    ['Monday to Friday', false],
  ])(
    'M109 urgent: exactly three working days lie before the end, the last of them is the end (%s)',
    (_name, samstag) => {
      fc.assert(
        fc.property(day, (am) => {
          const bis = fristOf(am, true, { samstag });
          const counted = daysAfter(am, bis).filter((each) => isWerktag(each, { samstag }));
          expect(counted).toHaveLength(3);
          expect(counted.at(-1)).toBe(bis);
          expect(isFeiertag(bis) || new Date(bis).getUTCDay() === 0).toBe(false);
        }),
      );
    },
  );

  test('M109 counting Monday to Friday never ends earlier than counting Saturday as well', () => {
    fc.assert(
      fc.property(day, (am) => {
        expect(fristOf(am, true, { samstag: false }) >= fristOf(am, true, { samstag: true })).toBe(true);
      }),
    );
  });

  test('M109 urgent on Friday before Pentecost: Wednesday, where Saturday does not count Thursday', () => {
    expect(fristOf('2026-05-22', true, { samstag: true })).toBe('2026-05-27');
    expect(fristOf('2026-05-22', true, { samstag: false })).toBe('2026-05-28');
    expect(fristOf('2026-12-23', true, { samstag: true })).toBe('2026-12-29');
  });
});

test('M110 a follow-up takes place within six weeks of the first talk', () => {
  expect(folgeterminBis('2026-03-02', false)).toBe('2026-04-13');
});

describe('M108 M109 M110 a deadline is watched', () => {
  test.each([
    ['nothing agreed yet', [], '2026-06-01', 'offen'],
    ['on the last day', [], '2026-06-05', 'offen'],
    ['a day later', [], '2026-06-06', 'ueberschritten'],
    ['agreed in time', ['2026-06-09', '2026-06-05'], '2026-06-20', 'eingehalten'],
    ['agreed too late', ['2026-06-09'], '2026-06-01', 'zu_spaet'],
  ] as const)('%s', (_name, tage, heute, stand) => {
    expect(fristStand('2026-06-05', tage, heute)).toBe(stand);
  });
});
