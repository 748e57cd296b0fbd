import { expect, test } from 'vitest';
import { regelRegister, regelSchluessel } from '../regel.ts';
import { build, fieldsOf, flatten } from './regel-fields.ts';

test.each(regelSchluessel)('%s: its default comes back unchanged out of the form', (schluessel) => {
  const { schema, vorgabe } = regelRegister[schluessel];
  expect(build(schema, flatten(vorgabe))).toEqual(vorgabe);
});

test('the fields follow the chosen kind', () => {
  const { schema } = regelRegister.fallschluessel;
  const names = (art: string) => fieldsOf(schema, { '/art': art }).map((field) => field.path);
  expect(names('spanne')).toEqual(['/art', '/von', '/bis']);
  expect(names('keiner')).toEqual(['/art']);
});

test('an empty range of the Kurzberatung is none, a filled one is a range', () => {
  const { schema } = regelRegister.fallschluessel_basis;
  const values = { '/basis': 'teilnehmende', '/kurzberatung/von': '30', '/kurzberatung/bis': '40' };
  expect(build(schema, values)).toEqual({ basis: 'teilnehmende', kurzberatung: { von: 30, bis: 40 } });
  expect(build(schema, { '/basis': 'teilnehmende', '/kurzberatung/von': '' })).toEqual({
    basis: 'teilnehmende',
    kurzberatung: null,
  });
});
