import { expect, test } from 'vitest';
import { movesAtOnce, standAfter, standOn, uebergabeHinderungen, type UebergabeFall } from './rules.ts';

const fall: UebergabeFall = {
  traegerId: 'lernen',
  aufgenommenAm: '2022-03-01',
  zustaendigSeit: '2022-03-01',
  einwilligungWiderrufen: false,
  einwilligungAbgelaufen: false,
  personGeloescht: false,
  eingeschraenkt: false,
  geschuetzt: false,
  angefragt: false,
  vertretung: false,
};
const eingabe = { anTraegerId: 'caritas', wirksamAm: '2022-10-08', zustimmungAm: '2022-10-01' };

test('a case with agreement may go to another Träger, also one that is closed', () => {
  expect(uebergabeHinderungen(fall, eingabe)).toEqual([]);
});

test.each([
  ['without agreement', {}, { zustimmungAm: null }, ['zustimmung-fehlt']],
  ['agreed to only afterwards', {}, { zustimmungAm: '2022-10-09' }, ['zustimmung-nach-uebergabe']],
  ['already there', { traegerId: 'caritas' }, {}, ['schon-dort']],
  ['before admission', {}, { wirksamAm: '2022-02-28', zustimmungAm: '2022-02-01' }, ['datum-vor-aufnahme']],
  [
    'on the day of admission',
    {},
    { wirksamAm: '2022-03-01', zustimmungAm: '2022-03-01' },
    ['datum-vor-aufnahme'],
  ],
  ['before a later change', { zustaendigSeit: '2022-11-01' }, {}, ['nach-juengerem-wechsel']],
  ['consent run out', { einwilligungAbgelaufen: true }, {}, ['einwilligung-abgelaufen']],
  ['consent withdrawn', { einwilligungWiderrufen: true }, {}, ['einwilligung-widerrufen']],
  ['protected', { geschuetzt: true }, {}, ['person-geschuetzt']],
  ['processing restricted', { eingeschraenkt: true }, {}, ['person-eingeschraenkt']],
  ['person deleted', { personGeloescht: true }, {}, ['person-geloescht']],
  ['asked for already', { angefragt: true }, {}, ['schon-angefragt']],
  ['led by the colleague one stands in for', { vertretung: true }, {}, ['nur-fallfuehrung']],
] as const)('refuses a hand-over: %s', (_, changedFall, changedEingabe, expected) => {
  expect(uebergabeHinderungen({ ...fall, ...changedFall }, { ...eingabe, ...changedEingabe })).toEqual(
    expected,
  );
});

test('names everything that stands in the way at once', () => {
  const widerrufen = { ...fall, einwilligungWiderrufen: true };
  expect(uebergabeHinderungen(widerrufen, { ...eingabe, zustimmungAm: null })).toEqual([
    'zustimmung-fehlt',
    'einwilligung-widerrufen',
  ]);
});

test.each([
  [
    'the Koordination changes a jurisdiction',
    { koordination: true, beideSeiten: false },
    'zustaendigkeit',
    true,
  ],
  ['the Koordination ends a Träger', { koordination: true, beideSeiten: false }, 'traegerwechsel', true],
  ['the Koordination mediates a move', { koordination: true, beideSeiten: false }, 'umzug', false],
  ['a case manager of one side', { koordination: false, beideSeiten: false }, 'zustaendigkeit', false],
  ['a case manager of both sides', { koordination: false, beideSeiten: true }, 'wunsch', true],
] as const)('nobody need be asked only where both sides are decided for: %s', (_, wer, grund, expected) => {
  expect(movesAtOnce(wer, grund)).toBe(expected);
});

test('a question lapses the day after its last day, and says how much was accepted', () => {
  expect(standOn('angefragt', '2026-05-14', '2026-05-14')).toBe('angefragt');
  expect(standOn('angefragt', '2026-05-14', '2026-05-15')).toBe('abgelaufen');
  expect(standOn('abgelehnt', '2026-05-14', '2026-05-15')).toBe('abgelehnt');
  expect([standAfter(0, 3), standAfter(2, 3), standAfter(3, 3)]).toEqual([
    'abgelehnt',
    'teilweise',
    'angenommen',
  ]);
});
