import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#src/platform/day.ts';
import { entbindungRefusals, entbindungStandOn } from './rules.ts';

const heute = '2026-03-10';
const eingabe = {
  stelleId: '11111111-1111-4111-8111-111111111111',
  zweck: 'vermittlung' as const,
  inhalt: ['wohnen' as const],
  am: heute,
  letzterTag: '2026-12-31',
};

test.each([
  [{}, 'jobcenter', []],
  [{ stelleId: null }, 'jobcenter', ['stelle-fehlt']],
  [{ inhalt: [] }, 'jobcenter', ['inhalt-fehlt']],
  [{ letzterTag: '2026-03-09' }, 'jobcenter', ['frist-vor-beginn']],
  [{ am: '2026-01-01', letzterTag: '2026-03-09' }, 'jobcenter', ['frist-abgelaufen']],
  [{ letzterTag: '2028-03-11' }, 'jobcenter', ['frist-zu-lang']],
  [{ zweck: 'kurzer_draht' as const }, 'jobcenter', ['kurzer-draht-nur-behoerde']],
  [{ zweck: 'kurzer_draht' as const }, 'abh', []],
  [{ zweck: 'kurzer_draht' as const }, 'ebh', []],
] as const)('M145 M147 a release %o for %s: %o', (changed, art, codes) => {
  const refusals = entbindungRefusals({ ...eingabe, ...changed }, { art }, heute);
  expect(refusals.map(({ code }) => code)).toEqual(codes);
});

test('an office that is no partner any more gets no release', () => {
  expect(entbindungRefusals(eingabe, undefined, heute)).toEqual([
    { instance: '/stelleId', code: 'stelle-unbekannt' },
  ]);
});

test('M145 a release runs out thirty days before its end, then expires; a withdrawn one is neither', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.boolean(), (days, withdrawn) => {
      const zeile = { letzterTag: addDays(heute, days), widerrufenAm: withdrawn ? heute : null };
      const expected = days < 0 ? 'abgelaufen' : days <= 30 ? 'laeuft_aus' : 'aktiv';
      expect(entbindungStandOn(zeile, heute)).toBe(withdrawn ? 'widerrufen' : expected);
    }),
  );
});
