import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentOf, ortszeit, weekdayOf } from './zeit.ts';

const day = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 86_400_000, max: Date.UTC(2032, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

describe('times are entered and shown as clocks in Germany show them', () => {
  test('every time of day that exists comes back as it was entered', () => {
    fc.assert(
      fc.property(day, time, (tag, zeit) => {
        const moment = momentOf(tag, zeit);
        if (moment === undefined) expect(zeit.slice(0, 2)).toBe('02');
        else expect(ortszeit(moment)).toEqual({ tag, zeit });
      }),
    );
  });

  test('in summer two hours before UTC, in winter one', () => {
    expect(momentOf('2026-07-01', '09:00')?.toISOString()).toBe('2026-07-01T07:00:00.000Z');
    expect(momentOf('2026-12-01', '09:00')?.toISOString()).toBe('2026-12-01T08:00:00.000Z');
  });

  test('the hour that the change to summer time skips does not exist', () => {
    expect(momentOf('2027-03-28', '02:30')).toBeUndefined();
    expect(momentOf('2027-03-28', '01:59')?.toISOString()).toBe('2027-03-28T00:59:00.000Z');
    expect(momentOf('2027-03-28', '03:00')?.toISOString()).toBe('2027-03-28T01:00:00.000Z');
  });

  test('of the hour that comes twice in autumn the first is meant', () => {
    expect(momentOf('2026-10-25', '02:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(ortszeit(new Date('2026-10-25T01:30:00Z'))).toEqual({ tag: '2026-10-25', zeit: '02:30' });
  });

  test('the week begins on Monday', () => {
    expect(['2026-11-16', '2026-11-21', '2026-11-22'].map(weekdayOf)).toEqual([1, 6, 7]);
  });
});
