import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFeiertag } from '#src/kreis/feiertag.ts';
import { addDays } from '#src/platform/day.ts';
import { weekdayOf } from '#src/termin/zeit.ts';
import { nextSprechtag, sprechtage, takesPlace, type Sprechtage } from './rules.ts';

const monday: Sprechtage = {
  wochentag: 1,
  gueltigAb: '2026-01-05',
  gueltigBis: null,
  ausfall: [],
  abwesend: [],
};

const day = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 86_400_000, max: Date.UTC(2028, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const hour = fc.record({
  wochentag: fc.integer({ min: 1, max: 7 }),
  gueltigAb: fc.constant('2026-01-01'),
  gueltigBis: fc.constant(null),
  ausfall: fc.array(fc.record({ am: day, ersatzAm: fc.constant(null) }), { maxLength: 8 }),
  abwesend: fc.array(
    fc.tuple(day, fc.integer({ min: 0, max: 30 })).map(([von, days]) => ({ von, bis: addDays(von, days) })),
    { maxLength: 3 },
  ),
});

describe('M115 the next date after a cancelled open hour', () => {
  test('is a week later', () => {
    const cancelled = { ...monday, ausfall: [{ am: '2026-03-02', ersatzAm: null }] };
    expect(nextSprechtag(cancelled, '2026-03-02')).toBe('2026-03-09');
  });

  test('skips holidays, absences and other cancellations', () => {
    const hours = {
      ...monday,
      // Whit Monday is the 25 May 2026.
      ausfall: [
        { am: '2026-05-18', ersatzAm: null },
        { am: '2026-06-01', ersatzAm: null },
      ],
      abwesend: [{ von: '2026-06-05', bis: '2026-06-12' }],
    };
    expect(nextSprechtag(hours, '2026-05-18')).toBe('2026-06-15');
  });

  test('is the day announced instead, also on another weekday', () => {
    const hours = { ...monday, ausfall: [{ am: '2026-03-02', ersatzAm: '2026-03-04' }] };
    expect(nextSprechtag(hours, '2026-03-02')).toBe('2026-03-04');
    expect(nextSprechtag(hours, '2026-03-05')).toBe('2026-03-09');
  });

  test('does not exist when the open hour ends before', () => {
    expect(nextSprechtag({ ...monday, gueltigBis: '2026-03-09' }, '2026-03-03')).toBeNull();
  });

  test('whatever keeps it from taking place, the date named is the first open one', () => {
    fc.assert(
      fc.property(hour, day, (hours, ab) => {
        const next = nextSprechtag(hours, ab);
        const days = sprechtage(hours, ab, addDays(ab, 182));
        expect(next).toBe(days[0] ?? null);
        if (next === null) return;
        expect(weekdayOf(next)).toBe(hours.wochentag);
        expect(isFeiertag(next)).toBe(false);
        expect(hours.ausfall.some(({ am }) => am === next)).toBe(false);
        expect(hours.abwesend.some(({ von, bis }) => von <= next && next <= bis)).toBe(false);
      }),
    );
  });
});

test('M114 M116 an open hour takes place every week from its first day on', () => {
  expect(sprechtage(monday, '2025-12-29', '2026-01-20')).toEqual(['2026-01-05', '2026-01-12', '2026-01-19']);
  expect(takesPlace(monday, '2026-04-06')).toBe(false);
});
