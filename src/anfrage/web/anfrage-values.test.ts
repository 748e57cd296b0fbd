import { expect, test } from 'vitest';
import { anfrageBody, checkAnfrage, emptyAnfrage, preferOwn } from './anfrage-values.ts';

const gebiet = (traegerId: string) => ({
  traegerId,
  standortId: null,
  grund: 'kommune' as const,
  satz: null,
});

test('where the territory names several Träger, the own one is proposed; an agreed rule always comes first', () => {
  const both = [gebiet('stadt'), gebiet('werkstatt')];
  expect(preferOwn(both, ['werkstatt'])?.traegerId).toBe('werkstatt');
  expect(preferOwn(both, ['caritas'])?.traegerId).toBe('stadt');
  expect(
    preferOwn([{ ...gebiet('team'), grund: 'regel', satz: 'Vereinbart' }, ...both], ['stadt'])?.traegerId,
  ).toBe('team');
  expect(preferOwn([], ['stadt'])).toBeUndefined();
});

test('M83 an empty form is a complete request but for its day and Träger', () => {
  expect(checkAnfrage(emptyAnfrage)).toEqual({ eingegangenAm: 'datum-ungueltig' });
  expect(checkAnfrage({ ...emptyAnfrage, eingegangenAm: '2026-11-21' })).toEqual({});
  const body = anfrageBody(emptyAnfrage, { traegerId: 't', standortId: '' });
  expect(body).toMatchObject({
    zugang: null,
    kommuneId: null,
    stelleId: null,
    standortId: null,
    traegerId: 't',
  });
});
