import { expect, test } from 'vitest';
import { abwesenheitRefusals, isLongWithoutVertretung, vertretungRefusal } from './rules.ts';

test('M111 two weeks without a substitute are long: no first appointment could be kept', () => {
  expect(isLongWithoutVertretung('2026-06-01', '2026-06-14', false)).toBe(true);
  expect(isLongWithoutVertretung('2026-06-01', '2026-06-13', false)).toBe(false);
  expect(isLongWithoutVertretung('2026-06-01', '2026-08-31', true)).toBe(false);
});

test.each([
  ['of a foreign Träger', { eigenerTraeger: false }, {}, 'traeger-fremd'],
  ['that ends before it begins', {}, { bis: '2026-05-31' }, 'ende-vor-beginn'],
  ['that is over', {}, { von: '2026-04-01', bis: '2026-04-10' }, 'abwesenheit-vorbei'],
  ['of two years', {}, { bis: '2028-06-01' }, 'abwesenheit-zu-lang'],
  ['beside another', { ueberlappt: true }, {}, 'abwesenheit-ueberlappt'],
])('an absence %s is refused', (_name, lage, zeit, code) => {
  const refusals = abwesenheitRefusals(
    { von: '2026-06-01', bis: '2026-06-14', ...zeit },
    { eigenerTraeger: true, ueberlappt: false, ...lage },
    '2026-05-22',
  );
  expect(refusals.map((each) => each.code)).toEqual([code]);
});

test('M112 who stands in is somebody else of the same team who is there', () => {
  expect(vertretungRefusal({ selbst: true, imTeam: true, abwesend: false })).toBe('vertretung-selbst');
  expect(vertretungRefusal({ selbst: false, imTeam: false, abwesend: false })).toBe('vertretung-fremd');
  expect(vertretungRefusal({ selbst: false, imTeam: true, abwesend: true })).toBe('vertretung-abwesend');
  expect(vertretungRefusal({ selbst: false, imTeam: true, abwesend: false })).toBeUndefined();
});
