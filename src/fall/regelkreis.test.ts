import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDays, phasen, regelkreis, type RegelkreisStand } from './regelkreis.ts';

const beginn: RegelkreisStand = {
  zugangAm: '2026-01-05',
  wiederAb: null,
  erstberatungAm: null,
  assessment: [],
  planAm: null,
  vermittlung: null,
  kontaktAm: null,
  zieleOffen: 0,
  abgeschlossenAm: null,
};

const jetzt = (stand: RegelkreisStand) => regelkreis(stand).phase.find((p) => p.stand === 'jetzt')?.phase;

test('M156 the path goes from the first talk over assessment, plan and referral to monitoring', () => {
  expect(jetzt(beginn)).toBe('erstberatung');
  const beraten = { ...beginn, erstberatungAm: '2026-01-12' };
  expect(jetzt(beraten)).toBe('assessment');
  const erhoben = { ...beraten, assessment: ['2026-02-02'] };
  expect(jetzt(erhoben)).toBe('hilfeplan');
  const geplant = { ...erhoben, planAm: '2026-02-09', zieleOffen: 3 };
  expect(jetzt(geplant)).toBe('vermittlung');
  const vermittelt = { ...geplant, vermittlung: { ersteAm: '2026-02-16', letzteAm: '2026-02-16' } };
  expect(jetzt(vermittelt)).toBe('monitoring');
  expect(jetzt({ ...vermittelt, zieleOffen: 0 })).toBe('re_assessment');
  expect(jetzt({ ...vermittelt, abgeschlossenAm: '2026-09-01' })).toBeUndefined();
});

test('M156 M167 a Re-Assessment opens the next round: plan and referral of the last one no longer count', () => {
  const zweite = regelkreis({
    ...beginn,
    erstberatungAm: '2026-01-12',
    assessment: ['2026-02-02', '2026-08-03'],
    planAm: '2026-02-09',
    vermittlung: { ersteAm: '2026-02-16', letzteAm: '2026-03-01' },
    kontaktAm: '2026-08-03',
    zieleOffen: 1,
  });
  expect(zweite).toMatchObject({ runde: 2, rundeAb: '2026-08-03' });
  expect(zweite.phase.map(({ phase, stand }) => `${phase}:${stand}`)).toEqual([
    'zugang:erledigt',
    'erstberatung:erledigt',
    'assessment:erledigt',
    'hilfeplan:jetzt',
    'vermittlung:offen',
    'monitoring:offen',
    're_assessment:erledigt',
    'abschluss:offen',
  ]);
});

const tag = fc
  .integer({ min: 0, max: 900 })
  .map((n) => new Date(Date.parse('2024-01-01') + n * 86_400_000).toISOString().slice(0, 10));

test('M194 after a readmission the path begins anew with the assessment, in the next round', () => {
  const wieder = regelkreis({
    ...beginn,
    wiederAb: '2026-10-01',
    erstberatungAm: '2026-01-12',
    assessment: ['2026-02-02'],
    planAm: '2026-02-09',
    vermittlung: { ersteAm: '2026-02-16', letzteAm: '2026-03-01' },
    kontaktAm: '2026-06-01',
  });
  expect(wieder).toMatchObject({ runde: 2, rundeAb: '2026-10-01' });
  expect(wieder.phase.find(({ stand }) => stand === 'jetzt')?.phase).toBe('assessment');
});

test('M156 whatever was recorded, an open case stands at exactly one place, a closed one at none', () => {
  const stand = fc.record({
    zugangAm: tag,
    wiederAb: fc.option(tag),
    erstberatungAm: fc.option(tag),
    assessment: fc.array(tag, { maxLength: 4 }).map((days) => days.toSorted()),
    planAm: fc.option(tag),
    vermittlung: fc.option(
      fc.tuple(tag, tag).map(([a, b]) => ({ ersteAm: a < b ? a : b, letzteAm: a < b ? b : a })),
    ),
    kontaktAm: fc.option(tag),
    zieleOffen: fc.nat(4),
    abgeschlossenAm: fc.option(tag),
  });
  fc.assert(
    fc.property(stand, (facts) => {
      const { phase, runde } = regelkreis(facts);
      expect(phase.map((p) => p.phase)).toEqual(phasen);
      expect(phase.filter((p) => p.stand === 'jetzt')).toHaveLength(facts.abgeschlossenAm === null ? 1 : 0);
      expect(runde).toBeGreaterThanOrEqual(Math.max(1, facts.assessment.length));
    }),
  );
});

test('M194 open time is the sum of the episodes, the time between them does not count', () => {
  const episoden = [
    { ab: '2026-01-01', bis: '2026-01-11' },
    { ab: '2026-03-01', bis: null },
  ];
  expect(openDays(episoden, '2026-03-01')).toBe(11);
  expect(openDays(episoden, '2026-03-31')).toBe(41);
});
