import type { Fallbeispiel } from './fallbeispiel.ts';
import { trennungKontakte } from './fallbeispiel-trennung-kontakte.ts';
import { trennungVermittlungen, trennungZiele } from './fallbeispiel-trennung-plan.ts';
import { trennungRunden } from './fallbeispiel-trennung-runden.ts';

const jobcenter = 'Jobcenter Kreis Unna';
const amt = 'Stadt Lünen, Sozialamt';
const beratung = 'Frauen- und Mädchenberatung Kreis Unna';

/** After case example 1 of Rheine (Präsentation 2023, p. 8), changed in every detail; nobody lives like this. */
export const trennung: Fallbeispiel = {
  schluessel: 'fallbeispiel-trennung',
  konto: 'casemanager.luenen',
  person: {
    familienname: 'Vargas Quispe',
    vorname: 'Luz Marina',
    alterTage: 15_070,
    geschlecht: 'w',
    herkunftsland: 'pe',
    sprache: 'spa',
    dolmetschenBis: 330,
  },
  anfrage: {
    vorTagen: 434,
    nummer: '0901',
    zugang: 'institution',
    stelle: beratung,
    dringlich: false,
    wohnform: 'eigene_wohnung',
  },
  erstberatung: {
    vorTagen: 427,
    minuten: 75,
    bereich: [
      ['sonstiges', 'schwer', ['beratungsstelle']],
      ['wohnen', 'schwer', []],
      ['finanzen', 'schwer', []],
      ['arbeit', 'bedarf', []],
      ['gesundheit', 'bedarf', ['beratungsstelle']],
      ['teilhabe', 'bedarf', []],
      ['kinder', 'bedarf', []],
      ['aufenthalt', 'kein', []],
    ],
    angaben: {
      anliegen:
        'Mein Mann hat immer alles geregelt. Jetzt trennen wir uns, und ich weiß nicht, wo ich anfangen soll.',
      wunsch: 'Eine kleine Wohnung für meinen Sohn und mich. Und selbst Geld verdienen.',
      haushalt: { personen: 2, kinder: 1 },
      aufenthalt: { titel: 'NE_28_2', laeuftAbAm: null, verlaengerung: false, gruppe: null },
      leistungsbezug: 'sgb_ii',
      rechtskreis: ['sgb_ii'],
      sprachen: ['spa', 'deu'],
      deutsch: 'b1',
      dolmetschbedarf: true,
      hinweis: ['kennt_hilfe_nicht'],
      potential: {
        sprachlich: 'Versteht Deutsch gut, traut sich aber kaum zu sprechen.',
        sozial: 'Eine Nachbarin hört zu; sonst kaum Kontakte.',
        wirtschaftlich: 'Hat in der Heimat fünf Jahre in einer Bäckerei gearbeitet.',
      },
      gefaehrdung: null,
      schwereGrund: '',
      abweichung: '',
    },
    einreiseVorJahren: 11,
  },
  aufnahme: 420,
  entbindung: [
    { stelle: amt, zweck: 'vermittlung', inhalt: ['kontaktdaten', 'wohnen', 'familie'], tage: 560 },
    { stelle: beratung, zweck: 'vermittlung', inhalt: ['kontaktdaten', 'familie'], tage: 560 },
  ],
  kontakt: trennungKontakte,
  runde: trennungRunden,
  version: [401, 141],
  ziel: trennungZiele,
  vermittlung: trennungVermittlungen,
  luecke: {
    vorTagen: 337,
    lebensbereich: 'arbeit',
    text: 'Kein Angebot mit Praktikum und Kinderbetreuung für Frauen in Lünen.',
  },
  akteur: [
    {
      rolle: 'jobcenter',
      stelle: jobcenter,
      lebensbereich: ['finanzen', 'arbeit'],
      aufgabe: 'Leistungen für zwei Personen, Stellenvorschläge',
      verfahren: 'Änderungen meldet die Klientin selbst, Kopie an uns',
      vorTagen: 397,
    },
    {
      rolle: 'sonstige',
      stelle: beratung,
      lebensbereich: ['gesundheit'],
      aufgabe: 'Gespräche während der Trennung',
      verfahren: 'Rückmeldung alle drei Monate, mit Entbindung',
      vorTagen: 397,
    },
    {
      rolle: 'anwalt',
      name: 'Kanzlei für Familienrecht',
      beziehung: 'Anwältin',
      lebensbereich: ['sonstiges', 'finanzen'],
      aufgabe: 'Trennung, Unterhalt und Umgang',
      vorTagen: 366,
    },
    {
      rolle: 'schule',
      name: 'Grundschule in Lünen-Süd',
      beziehung: 'Klassenlehrerin des Sohnes',
      lebensbereich: ['kinder'],
      aufgabe: 'Offener Ganztag, Förderung in Mathematik',
      vorTagen: 349,
    },
    {
      rolle: 'ehrenamt',
      name: 'Nachbarin aus der alten Wohnung',
      beziehung: 'Freundin',
      lebensbereich: ['teilhabe'],
      aufgabe: 'Hat beim Umzug geholfen, kommt mit ins Begegnungscafé',
      vorTagen: 270,
    },
  ],
  federfuehrung: [[420, null]],
  haushalt: [
    {
      vorname: 'Mateo',
      familienname: 'Vargas Quispe',
      alter: 8,
      beziehung: 'kind',
      lebensbereich: ['kinder'],
      notiz: 'Offener Ganztag und etwas Hilfe in Mathematik; kein eigener Fall.',
      zaehlt: true,
    },
  ],
  aufgabe: [
    {
      text: 'Beratungshilfeschein beim Amtsgericht erfragen',
      vorTagen: 408,
      faelligIn: -385,
      erledigt: 386,
    },
    {
      text: 'Bei der Einbürgerungsbehörde nach dem Stand fragen',
      vorTagen: 9,
      faelligIn: 12,
    },
  ],
  notiz: {
    vorTagen: 148,
    text: 'Braucht jetzt vor allem Zutrauen. Beim nächsten Brief erst fragen, was sie selbst tun würde.',
  },
  termin: 7,
};
