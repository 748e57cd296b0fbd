import { expect, test } from 'vitest';
import { aufenthaltsgruppeOf, geltenderTitel, neuerTitelRefusals, titelRefusals } from './rules.ts';
import { findTitel, titelListe } from './titel.ts';

test('M10 the list has no value for an unlawful stay, every code once, each named in both languages', () => {
  const unlawful = /illegal|unerlaubt|unlawful|undocumented|ohne papiere|ohne aufenthalt|irregul/i;
  expect(titelListe.filter((titel) => unlawful.test(JSON.stringify(titel)))).toEqual([]);
  expect(new Set(titelListe.map(({ code }) => code)).size).toBe(titelListe.length);
  expect(titelListe.length).toBeGreaterThan(85);
  expect(
    titelListe.filter(({ bezeichnung, bezeichnungEn }) => bezeichnung === '' || bezeichnungEn === ''),
  ).toEqual([]);
  expect(findTitel('NOT_RECORDED')?.bezeichnung).toBe('nicht erhoben');
});

test.each([
  ['GESTATTUNG', null, 'gestattet'],
  ['GESTATTUNG', 'gestattet_sicher', 'gestattet_sicher'],
  ['DULDUNG_60B', null, 'geduldet'],
  ['AE_25_2_FLUECHTLING', null, 'anerkannt'],
  ['AE_25_2_FLUECHTLING', 'anerkannt_erst', 'anerkannt_erst'],
  ['AE_24', null, 'ukraine'],
  ['AE_104C', null, 'chancen_104c'],
  ['AE_25A_1', null, 'bleiberecht_25a'],
  ['AE_25B_1', null, 'bleiberecht_25b'],
  ['AE_25B_1', 'einbuergerung', 'einbuergerung'],
  ['NOT_RECORDED', null, null],
  [null, null, null],
])('M10 %s with the choice %s is routed as %s', (titel, gewaehlt, gruppe) => {
  expect(aufenthaltsgruppeOf(titel, gewaehlt)).toBe(gruppe);
});

test('a title ends with its last day; applied for in time it goes on as Fiktion without that day', () => {
  const titel = { titel: 'AE_24', laeuftAbAm: '2024-03-04', verlaengerung: false };
  expect(titelRefusals(titel, '2024-03-04')).toEqual([]);
  expect(titelRefusals(titel, '2024-03-05')).toEqual([{ instance: '/laeuftAbAm', code: 'titel-abgelaufen' }]);
  const beantragt = { ...titel, verlaengerung: true };
  expect(titelRefusals(beantragt, '2024-03-05')).toEqual([]);
  expect(geltenderTitel(beantragt, '2024-03-05')).toEqual({ wert: 'FIKTION_81_4', laeuftAbAm: null });
  expect(geltenderTitel(beantragt, '2024-03-04')).toEqual({ wert: 'AE_24', laeuftAbAm: '2024-03-04' });
});

test('§ 104c is no longer granted after 2025, and kept by those who have it', () => {
  expect(neuerTitelRefusals('AE_104C', 'DULDUNG_60D', '2025-12-31')).toEqual([]);
  expect(neuerTitelRefusals('AE_104C', 'DULDUNG_60D', '2026-01-01')).toHaveLength(1);
  expect(neuerTitelRefusals('AE_104C', 'AE_104C', '2026-01-01')).toEqual([]);
});
