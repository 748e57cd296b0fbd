import { expect, test } from 'vitest';
import { uebergabeHinderungen, type UebergabeFall } from './rules.ts';

const fall: UebergabeFall = {
  traegerId: 'lernen',
  aufgenommenAm: '2022-03-01',
  zustaendigSeit: '2022-03-01',
  einwilligungWiderrufen: false,
  einwilligungAbgelaufen: false,
  personGeloescht: false,
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
  ['person deleted', { personGeloescht: true }, {}, ['person-geloescht']],
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
