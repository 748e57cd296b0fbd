import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRollen, isAussteller, provesFaktor, readClaim, returnPart } from './rules.ts';

test('groups are read from a claim, from a path into one, or from a claim whose name has dots', () => {
  expect(readClaim({ groups: ['a', 1, '', 'b'] }, 'groups')).toEqual(['a', 'b']);
  expect(readClaim({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
  expect(readClaim({ 'https://x.example/roles': 'a' }, 'https://x.example/roles')).toEqual(['a']);
  expect(readClaim({ groups: ['a'] }, '')).toEqual([]);
});

test('no path and no claim leads to what every object has', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('__proto__', 'constructor', 'constructor.name', 'toString', 'a.__proto__.b'),
      fc.jsonValue(),
      (path, value) => {
        expect(readClaim({ claim: value }, path)).toEqual([]);
      },
    ),
  );
});

test('a second factor is proved by a listed value of amr or acr, by the whole word', () => {
  expect(provesFaktor({ amr: ['pwd', 'mfa'] }, ['mfa'])).toBe(true);
  expect(provesFaktor({ acr: 'urn:loa:2' }, ['urn:loa:2'])).toBe(true);
  expect(provesFaktor({ amr: ['pwd'], acr: 'mfa2' }, ['mfa'])).toBe(false);
  expect(provesFaktor({ amr: ['mfa'] }, [])).toBe(false);
});

const rolle = fc.record({
  rolle: fc.constantFrom('casemanager', 'traegerleitung', 'controlling'),
  traegerId: fc.constantFrom(null, 'a', 'b'),
  regionId: fc.constantFrom(null, 'r'),
});
const keyOf = (r: { rolle: string; traegerId: string | null; regionId: string | null }) =>
  JSON.stringify([r.rolle, r.traegerId, r.regionId]);

test('afterwards an account has of a service exactly the roles that its groups stand for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(rolle, fc.constantFrom('g', 'h', 'i')), { maxLength: 8 }),
      fc.subarray(['g', 'h', 'i', 'fremd']),
      fc.uniqueArray(rolle, { maxLength: 6, selector: keyOf }),
      (mapping, gruppen, held) => {
        const zuordnungen = mapping.map(([each, wert]) => ({ ...each, wert }));
        const vorhanden = held.map((each, index) => ({ ...each, id: String(index) }));
        const { neu, vorbei } = compareRollen(zuordnungen, gruppen, vorhanden);
        const after = [...vorhanden.filter(({ id }) => !vorbei.includes(id)), ...neu].map(keyOf);
        const wanted = zuordnungen.filter(({ wert }) => gruppen.includes(wert)).map(keyOf);
        expect(new Set(after)).toEqual(new Set(wanted));
        expect(after).toHaveLength(new Set(after).size);
      },
    ),
  );
});

test.each([
  ['https://login.example', true],
  ['https://login.example:8443/realms/kim', true],
  ['http://127.0.0.1:9000', true],
  ['http://localhost/realms/kim', true],
  ['http://login.example', false],
  ['http://127.0.0.1.login.example', false],
  ['http://localhost@login.example', false],
  ['https://user@login.example', false],
  ['https://login.example/?x=1', false],
  ['https://login.example/#x', false],
  ['file:///etc/passwd', false],
  ['', false],
])('%s as an issuer: %s', (text, expected) => {
  expect(isAussteller(text)).toBe(expected);
});

test('no two issuers share an address of return, and it is one plain part of a path', () => {
  expect(returnPart('https://login.alpha.example/realms/kim')).toBe(
    'https~3a~2f~2flogin.alpha.example~2frealms~2fkim',
  );
  const issuers = [
    'https://a.example/b',
    'https://a.example-b',
    'https://a.example/~62',
    'https://a.example/~7e62',
  ];
  const parts = issuers.map((issuer) => returnPart(issuer));
  expect(new Set(parts).size).toBe(issuers.length);
  for (const part of parts) expect(part).toMatch(/^[\w.~-]+$/);
});
