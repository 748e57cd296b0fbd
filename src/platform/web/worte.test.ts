import { expect, test } from 'vitest';
import { inWorten, textsInWorten } from './worte.ts';

const texts = {
  lead: 'Fälle wechseln, wenn {klienten} zustimmen.',
  anzahl: (n: number) => `${n} Case Manager*innen`,
  rolle: { casemanager: '{casemanager}', lenkung: '{lenkung}' },
  tabelle: '{baustein} 3',
};

test('M16 texts speak the words of the Kreis, at every depth, and neutral ones without a Kreis', () => {
  const coesfeld = {
    klienten: 'Menschen mit Einwanderungsgeschichte',
    lenkung: 'Steuerungsgruppe',
    baustein: 'Modul',
    casemanager: 'Case Management-Kraft',
  };
  const t = textsInWorten(texts, coesfeld);
  expect(t.lead).toBe('Fälle wechseln, wenn Menschen mit Einwanderungsgeschichte zustimmen.');
  expect(t.rolle).toEqual({ casemanager: 'Case Management-Kraft', lenkung: 'Steuerungsgruppe' });
  expect(t.tabelle).toBe('Modul 3');
  expect(textsInWorten(texts, {}).tabelle).toBe('Baustein 3');
  expect(textsInWorten(texts, {}).rolle.casemanager).toBe('Case Manager*in');
});

test.each([
  ['stern', '2 Case Manager*innen', 'ein*e Klient*in'],
  ['doppelpunkt', '2 Case Manager:innen', 'ein:e Klient:in'],
  ['schraegstrich', '2 Case Manager/innen', 'ein/e Klient/in'],
  ['paarform', '2 Case Managerinnen und Case Manager', 'ein oder eine Klientin oder Klient'],
])('M17 the spelling %s is that of every text', (schreibweise, manager, klient) => {
  expect(textsInWorten(texts, { schreibweise }).anzahl(2)).toBe(manager);
  expect(inWorten('ein*e {klient}', { schreibweise })).toBe(klient);
});

test('names in braces that nobody knows stay as they are', () => {
  expect(inWorten('{nichts}', {})).toBe('{nichts}');
});
