import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWerktag } from '#src/kreis/werktag.ts';
import { addDays, addMonths } from '#src/platform/day.ts';
import { ersuchenAblehnung, ersuchenArt, ersuchenEntscheidung } from './ersuchen.ts';
import { ablehnungen, ampelOf, entscheidungRefusals, fristOf, verlaengerungRefusals } from './rules.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));

describe('M151 the clock of a request (Art. 12 (3) GDPR, Regulation 1182/71, § 193 BGB)', () => {
  test.each([
    ['2026-03-02', false, '2026-04-02', 'a Thursday'],
    ['2026-01-31', false, '2026-03-02', 'the 28th of February is a Saturday'],
    ['2024-01-31', false, '2024-02-29', 'leap year'],
    ['2026-03-03', false, '2026-04-07', 'Good Friday to Easter Monday'],
    ['2025-11-25', false, '2025-12-29', 'Christmas and a weekend'],
    ['2025-12-01', false, '2026-01-02', 'New Year'],
    ['2026-03-02', true, '2026-06-02', 'three months in all'],
  ])('%s, extended %s: %s (%s)', (am, verlaengert, frist) => {
    expect(fristOf(am, verlaengert)).toBe(frist);
  });

  test('always ends on a working day, never before the month is over, at most five days later, and never runs backwards', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (am, verlaengert) => {
        const frist = fristOf(am, verlaengert);
        const month = addMonths(am, verlaengert ? 3 : 1);
        expect(isWerktag(frist, { samstag: false })).toBe(true);
        expect(frist >= month && frist <= addDays(month, 5)).toBe(true);
        expect(fristOf(addDays(am, 1), verlaengert) >= frist).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('says in words how it stands', () => {
    expect(ampelOf('eingegangen', '2026-04-10', '2026-04-02')).toBe('im_plan');
    expect(ampelOf('vorbereitet', '2026-04-10', '2026-04-03')).toBe('bald');
    expect(ampelOf('freigegeben', '2026-04-10', '2026-04-10')).toBe('bald');
    expect(ampelOf('eingegangen', '2026-04-10', '2026-04-11')).toBe('ueberfaellig');
    expect(ampelOf('erledigt', '2026-04-10', '2026-05-11')).toBe('fertig');
  });

  test('an extension counts only when the person was told within the first month', () => {
    const codes = (am: string) =>
      verlaengerungRefusals(am, { eingegangenAm: '2026-03-02', heute: '2026-04-20' }).map(({ code }) => code);
    expect(codes('2026-04-02')).toEqual([]);
    expect(codes('2026-04-03')).toEqual(['verlaengerung-zu-spaet']);
    expect(codes('2026-03-01')).toEqual(['datum-vor-eingang']);
    expect(codes('2026-04-21')).toEqual(['datum-in-zukunft']);
  });
});

test('M151 a refusal needs a reason of its kind and words to the person; everything else needs neither', () => {
  for (const art of ersuchenArt.options) {
    for (const entscheidung of ersuchenEntscheidung.options) {
      for (const ablehnung of [null, ...ersuchenAblehnung.options]) {
        const ok = entscheidungRefusals(art, { entscheidung, ablehnung, antwort: 'weil' }).length === 0;
        const expected =
          entscheidung === 'abgelehnt'
            ? ablehnung !== null && ablehnungen[art].includes(ablehnung)
            : ablehnung === null && (entscheidung === 'stattgegeben' || art === 'berichtigung');
        expect([art, entscheidung, ablehnung, ok]).toEqual([art, entscheidung, ablehnung, expected]);
      }
    }
  }
  expect(
    entscheidungRefusals('auskunft', { entscheidung: 'abgelehnt', ablehnung: 'exzessiv', antwort: '' }),
  ).toEqual([{ instance: '/antwort', code: 'ablehnung-ohne-text' }]);
});
