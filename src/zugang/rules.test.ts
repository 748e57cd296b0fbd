import { expect, test } from 'vitest';
import { kennwortRefusal, rolleRefusal, waitSeconds } from './rules.ts';

test.each([
  ['kurz', 'kennwort-zu-kurz'],
  ['elf Zeichen', 'kennwort-zu-kurz'],
  ['aaaaaaaaaaaaaaa', 'kennwort-bekannt'],
  ['abcdefghijklmn', 'kennwort-bekannt'],
  ['ich-bin-m.krause', 'kennwort-bekannt'],
  ['Apfel-Leiter-17', undefined],
])('the password %s is answered with %s', (kennwort, code) => {
  expect(kennwortRefusal(kennwort, 'm.krause')).toBe(code);
});

test('three tries are free, then the wait doubles', () => {
  expect(waitSeconds([])).toBe(0);
  expect(waitSeconds([5, 3, 1].slice(0, 2))).toBe(0);
  expect(waitSeconds([5, 3, 0])).toBe(2);
  expect(waitSeconds([9, 5, 3, 1])).toBe(3);
  expect(waitSeconds(Array.from({ length: 9 }, () => 0))).toBe(128);
  expect(waitSeconds([60, 50, 10])).toBe(0);
});

test('after ten failures nothing is evaluated until the oldest of them is a quarter of an hour old', () => {
  const ages = [890, 700, 600, 500, 400, 300, 200, 150, 120, 100];
  expect(waitSeconds(ages)).toBe(10);
  expect(waitSeconds([...ages, 1])).toBe(200);
});

test('a role at a Träger names the Träger, one of a partner its office, importing names its end', () => {
  expect(rolleRefusal({ rolle: 'partner', traegerId: null, bis: null })).toBe('rolle-braucht-stelle');
  expect(rolleRefusal({ rolle: 'koordination', traegerId: null, stelleId: '1', bis: null })).toBe(
    'stelle-nur-partner',
  );
  expect(rolleRefusal({ rolle: 'partner', traegerId: null, stelleId: '1', bis: null })).toBeUndefined();
  expect(rolleRefusal({ rolle: 'casemanager', traegerId: null, bis: null })).toBe('rolle-braucht-traeger');
  expect(rolleRefusal({ rolle: 'uebernahme', traegerId: null, bis: null })).toBe('rolle-braucht-frist');
  expect(rolleRefusal({ rolle: 'uebernahme', traegerId: null, bis: '2026-12-31' })).toBeUndefined();
  expect(rolleRefusal({ rolle: 'koordination', traegerId: null, bis: null })).toBeUndefined();
});
