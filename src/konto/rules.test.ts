import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#src/platform/day.ts';
import { lastDay, mayComeFromAnbieter, pruefungGrund, rolleOrt, rolleRefusals } from './rules.ts';

const nichts = { traegerId: null, regionId: null, stelleId: null, ab: null, bis: null };
const heute = '2026-03-10';

test('a role that is no role of a Träger never carries one, for it would look like a limit and be none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('koordination', 'ki_leitung', 'controlling', 'partner', 'uebernahme', 'unbekannt'),
      (rolle) => {
        const codes = rolleRefusals({ ...nichts, rolle, traegerId: 't' }, heute).map(({ code }) => code);
        expect(codes).toContain('rolle-ort-passt-nicht');
      },
    ),
  );
  expect(rolleRefusals({ ...nichts, rolle: 'administration', traegerId: 't' }, heute)).toEqual([]);
  expect(rolleOrt('administration')).toBe('traeger_oder_kreis');
});

test('a role is up for review twelve months after it was confirmed, and thirty days before it ends', () => {
  const of = (geprueft: string, bis: string | null) =>
    pruefungGrund(
      { geprueftAm: `${geprueft}T12:00:00Z`, gueltigBis: bis === null ? null : `${bis}T23:00:00Z` },
      heute,
    );
  expect(of('2025-03-11', null)).toBeUndefined();
  expect(of('2025-03-10', null)).toBe('lange_nicht_bestaetigt');
  expect(of(heute, addDays(heute, 29))).toBe('endet_bald');
  expect(of(heute, addDays(heute, 30))).toBeUndefined();
});

test('the last day of a role is the day before the midnight at which it ends, in summer and in winter', () => {
  expect(lastDay('2026-12-31T23:00:00Z')).toBe('2026-12-31');
  expect(lastDay('2026-07-31T22:00:00Z')).toBe('2026-07-31');
  expect(lastDay('2026-03-10T09:15:00Z')).toBe('2026-03-10');
});

test('roles that give rights, look into the protocol, import or belong to an office never come from a service', () => {
  const never = ['administration', 'datenschutz', 'notzugriff', 'partner', 'uebernahme'];
  expect(never.filter((rolle) => mayComeFromAnbieter(rolle))).toEqual([]);
});
