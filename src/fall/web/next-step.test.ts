import { expect, test } from 'vitest';
import type { FallAkte } from '../contract.ts';
import { nextStep } from './next-step.ts';

const fall: FallAkte = {
  id: 'f',
  nummer: 'ST-0001',
  person: null,
  traegerId: 't',
  casemanagerId: 'c',
  kommuneId: null,
  ortsteilId: null,
  status: 'aktiv',
  aktivBis: '2023-06-30',
  aufgenommenAm: '2023-01-02',
  letzterKontakt: '2023-03-30',
  fassung: 1,
  zugang: null,
  bemerkung: null,
  merkmal: { geschlecht: 'weiblich', herkunftsland: 'syrien', leistungsbezug: 'sgb_2', lebensbereich: [] },
  einwilligung: {
    personId: 'p',
    erteiltAm: '2023-01-02',
    textfassung: '1',
    sprache: 'de',
    widerrufenAm: null,
    ablaufAm: null,
  },
  statusGrund: null,
  statusHerkunft: 'aufnahme',
  statusSeit: '2023-01-02',
  aktivRegel: { art: 'kontakt', monate: 3 },
  episode: [],
  zustaendigkeit: [],
  abh: null,
  ebh: null,
  ueberblick: null,
  kontakt: { gesamt: 0, kontakt: [] },
  abilities: {
    recordBeratungskontakt: true,
    changeFall: true,
    setStatus: true,
    closeFall: true,
    reopenFall: false,
    assignFall: true,
    uebergeben: true,
  },
};

test('a case in order names the day until which the next contact is due', () => {
  expect(nextStep(fall, '2023-04-01')).toEqual({ art: 'gutBis', tag: '2023-06-30' });
});

test('three weeks before aktiv lapses the contact becomes the next step', () => {
  expect(nextStep(fall, '2023-06-09')).toEqual({ art: 'bald', tag: '2023-06-30' });
});

test('a withdrawn consent comes before everything but the closing', () => {
  const widerrufen = { ...fall, einwilligung: { ...fall.einwilligung!, widerrufenAm: '2023-04-01' } };
  expect(nextStep({ ...widerrufen, casemanagerId: null }, '2023-04-02').art).toBe('widerrufen');
  expect(nextStep({ ...widerrufen, status: 'abgeschlossen' }, '2023-04-02').art).toBe('abgeschlossen');
});

test('M140 a consent that has run out is renewed first, from the day after its last', () => {
  const befristet = { ...fall, einwilligung: { ...fall.einwilligung!, ablaufAm: '2023-04-01' } };
  expect(nextStep(befristet, '2023-04-02').art).toBe('abgelaufen');
  expect(nextStep(befristet, '2023-04-01').art).toBe('gutBis');
});

test('a case without case manager is assigned first, then gets its first contact', () => {
  expect(nextStep({ ...fall, casemanagerId: null, letzterKontakt: null }, '2023-04-01').art).toBe('zuweisen');
  expect(nextStep({ ...fall, letzterKontakt: null }, '2023-04-01').art).toBe('erster');
});

test('a case that rests by the rule needs a contact, one set by hand needs a decision', () => {
  expect(nextStep({ ...fall, status: 'ruhend', aktivBis: null }, '2023-09-01').art).toBe('ruht');
  expect(nextStep({ ...fall, status: 'ruhend', statusHerkunft: 'hand' }, '2023-09-01').art).toBe('ruhtHand');
});

test('what reports miss is named', () => {
  const ohne = { ...fall, aktivBis: null, merkmal: { ...fall.merkmal, leistungsbezug: null } };
  expect(nextStep(ohne, '2023-04-01')).toEqual({ art: 'angaben', fehlt: ['leistungsbezug'] });
});
