import { expect, test } from 'vitest';
import { unnaListen } from '#src/demo/data/codelisten.ts';
import { planZiel } from './plan.ts';
import { listVorlage, zielVorlagen } from './vorlage.ts';

const byId = new Map(zielVorlagen.map((vorlage) => [vorlage.id, vorlage]));

/** Themes and reached goals of the case examples (Präsentation Rheine 2023, pp. 8 and 9) with the template that holds each. */
const fallbeispiel = {
  eins: {
    'Trennung / Scheidung': ['trennung_scheidung', 'Scheidung'],
    Wohnen: ['eigene_wohnung', 'Wohnung'],
    Finanzen: ['lebensunterhalt_sichern', 'Lebensunterhalt'],
    Unterhalt: ['unterhalt_klaeren', 'Anspruch auf Unterhalt'],
    Arbeit: ['beschaeftigung_aufnehmen', 'sozialversicherungspflichtige Beschäftigung'],
    'Termin beim Anwalt': ['unterhalt_klaeren', 'Anwalt'],
    'Umzug mit Freunden, Kollegen und Bekannten': ['eigene_wohnung', 'Umzug mit Freunden'],
    'Beantragung der Einbürgerung': ['einbuergerung_beantragen', 'Einbürgerung beantragen'],
    'psychosoziale Stabilisierung': ['psychosoziale_stabilisierung', 'stabiler'],
    'Erlangung von Selbständigkeit': ['selbststaendigkeit', 'Anlauf- und Beratungsstellen sind bekannt'],
  },
  zwei: {
    Gesundheit: ['stabiler_gesundheitszustand', 'stabilen Gesundheitszustand'],
    'regelmäßige Einnahme der Medikamente': ['stabiler_gesundheitszustand', 'Medikamente werden regelmäßig'],
    Stabilisierung: ['psychosoziale_stabilisierung', 'stabiler'],
    Finanzen: ['ueberblick_finanzen', 'Haushaltsplan'],
    Verschuldung: ['schuldnerberatung', 'Schulden'],
    'Installierung der Schuldnerberatung': ['schuldnerberatung', 'Schuldnerberatung'],
    'Pfändungsschutzkonto (P-Konto)': ['pfaendungsschutzkonto', 'Pfändungsschutzkonto (P-Konto)'],
    'psychiatrisches Gutachten zur Schuldfähigkeit': ['psychiatrisches_gutachten', 'Schuldfähigkeit'],
    Gerichtstermine: ['gerichtsverfahren', 'Gerichtsverfahren'],
    'berufliche Perspektive': ['berufliche_perspektive', 'berufliche Perspektive'],
    'nächster Schritt: Eingliederung in die Arbeitswelt': ['arbeitswelt_eingliedern', 'Arbeitswelt'],
  },
} as const;

test.each([
  ['M174', 'eins'],
  ['M175', 'zwei'],
] as const)(
  '%s every theme and every reached goal of case example %s has its template',
  (_zeile, welches) => {
    for (const [thema, [id, worte]] of Object.entries(fallbeispiel[welches])) {
      const { text, indikator, schritt } = byId.get(id) ?? {
        text: { de: '' },
        indikator: { de: '' },
        schritt: [],
      };
      const said = [text.de, indikator.de, ...schritt.map((each) => each.text.de)].join(' ');
      expect([thema, said]).toEqual([thema, expect.stringContaining(worte)]);
    }
  },
);

test('M174 M175 every area of life of the common list offers at least two goals, each with steps for the person', () => {
  for (const { code } of unnaListen.lebensbereich) {
    expect([code, listVorlage(code).length >= 2]).toEqual([code, true]);
  }
  const areas = new Set(unnaListen.lebensbereich.map(({ code }) => code));
  for (const { id, lebensbereich, schritt } of zielVorlagen) {
    expect([id, areas.has(lebensbereich), schritt.length >= 2]).toEqual([id, true, true]);
    expect([id, schritt.some(({ akteur }) => akteur === 'klient')]).toEqual([id, true]);
  }
});

test('a template fits into a plan as it is, in German and English, under an id of its own', () => {
  expect(byId.size).toBe(zielVorlagen.length);
  for (const { text, indikator, schritt } of zielVorlagen) {
    const said = [text, indikator, ...schritt.map((each) => each.text)];
    for (const { de, en } of said) {
      expect(planZiel.shape.text.safeParse(de).success && de.length <= 140).toBe(true);
      expect([de, en === '' || en === de]).toEqual([de, false]);
    }
  }
});
