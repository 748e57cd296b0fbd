import { expect, test } from 'vitest';
import { checkKontakt, eingabeOf, usualKontakt, usualOrt } from './kontakt-values.ts';

const fall = { fallId: '00000000-0000-4000-8000-000000000001', label: 'ST-0001' };
const usual = { ...usualKontakt('2023-04-03', fall), lebensbereich: ['wohnen'] };

test('a contact that is recorded as it stands needs nothing but its Lebensbereich', () => {
  expect(checkKontakt(usual)).toEqual({});
  expect(eingabeOf(usual)).toMatchObject({
    am: '2023-04-03',
    qualifiziert: true,
    ort: 'buero',
    dauerMinuten: 45,
  });
});

test('everything wrong is named at once, before the call', () => {
  const wrong = { ...usual, fallId: '', am: '31.2.', dauerMinuten: '900', lebensbereich: [] };
  expect(checkKontakt(wrong)).toEqual({
    fallId: 'pflichtfeld',
    am: 'datum-ungueltig',
    dauerMinuten: 'wert-ungueltig',
    lebensbereich: 'lebensbereich-fehlt',
  });
});

test('an organisational contact may go without Lebensbereich and duration', () => {
  const brief = { ...usual, qualifiziert: 'nein', lebensbereich: [], dauerMinuten: '' };
  expect(checkKontakt(brief)).toEqual({});
  expect(eingabeOf(brief).dauerMinuten).toBeNull();
});

test('who phones is in no place', () => {
  expect(['persoenlich', 'telefon', 'begleitung'].map(usualOrt)).toEqual(['buero', 'kein', 'extern']);
});
