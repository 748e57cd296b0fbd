import type { Fallbeispiel } from './fallbeispiel.ts';
import { schuldenKontakte } from './fallbeispiel-schulden-kontakte.ts';
import { schuldenVermittlungen, schuldenZiele } from './fallbeispiel-schulden-plan.ts';
import { schuldenRunden } from './fallbeispiel-schulden-runden.ts';

const beratung = 'Verbraucherzentrale Lünen';
const amt = 'Gesundheitsamt Kreis Unna';

/** After case example 2 of Rheine (Präsentation 2023, p. 9), changed in every detail; nobody lives like this. */
export const schulden: Fallbeispiel = {
  schluessel: 'fallbeispiel-schulden',
  konto: 'casemanager2.luenen',
  person: {
    familienname: 'Yassin',
    vorname: 'Karwan',
    alterTage: 11_420,
    geschlecht: 'm',
    herkunftsland: 'iq',
    sprache: 'ara',
    dolmetschenBis: 340,
  },
  anfrage: {
    vorTagen: 455,
    nummer: '0902',
    zugang: 'sozialverwaltung',
    stelle: null,
    dringlich: true,
    wohnform: 'eigene_wohnung',
  },
  erstberatung: {
    vorTagen: 451,
    minuten: 60,
    bereich: [
      ['gesundheit', 'schwer', ['behoerde', 'angehoerige']],
      ['finanzen', 'schwer', []],
      ['sonstiges', 'schwer', []],
      ['arbeit', 'bedarf', []],
      ['teilhabe', 'bedarf', []],
      ['wohnen', 'kein', []],
    ],
    angaben: {
      anliegen: 'Das Konto ist gesperrt, und das Gericht hat geschrieben. Ich kann nicht mehr denken.',
      wunsch: 'Dass jemand mit mir die Briefe aufmacht.',
      haushalt: { personen: 1, kinder: 0 },
      aufenthalt: { titel: 'NE_26_3', laeuftAbAm: null, verlaengerung: false, gruppe: null },
      leistungsbezug: 'sgb_ii',
      rechtskreis: ['sgb_ii'],
      sprachen: ['ara', 'kmr', 'deu'],
      deutsch: 'b1',
      dolmetschbedarf: true,
      hinweis: ['gesundheit', 'kennt_hilfe_nicht'],
      potential: {
        sprachlich: 'Deutsch B1, liest lieber Arabisch.',
        sozial: 'Die Schwester kommt jeden zweiten Tag.',
        wirtschaftlich: 'Hat in einer Fahrradwerkstatt gelernt.',
      },
      gefaehrdung: null,
      schwereGrund: '',
      abweichung: '',
    },
    einreiseVorJahren: 9,
  },
  aufnahme: 442,
  entbindung: [
    { stelle: beratung, zweck: 'vermittlung', inhalt: ['kontaktdaten', 'leistungen'], tage: 560 },
    { stelle: amt, zweck: 'kurzer_draht', inhalt: ['kontaktdaten', 'gesundheit'], tage: 560 },
  ],
  kontakt: schuldenKontakte,
  runde: schuldenRunden,
  version: [426, 178],
  ziel: schuldenZiele,
  vermittlung: schuldenVermittlungen,
  luecke: {
    vorTagen: 279,
    lebensbereich: 'gesundheit',
    text: 'Trauerbegleitung auf Arabisch oder Kurdisch fehlt im ganzen Kreis.',
  },
  akteur: [
    {
      rolle: 'sonstige',
      stelle: amt,
      lebensbereich: ['gesundheit'],
      aufgabe: 'Hausbesuche, Krisenhilfe, Verbindung zur Ambulanz',
      verfahren: 'Kurzer Draht: Anruf noch am selben Tag, mit Entbindung',
      vorTagen: 455,
    },
    {
      rolle: 'schuldnerberatung',
      stelle: beratung,
      lebensbereich: ['finanzen'],
      aufgabe: 'Verhandelt mit den Gläubigern',
      vorTagen: 344,
    },
    {
      rolle: 'anwalt',
      name: 'Rechtsanwalt für Strafrecht',
      beziehung: 'Verteidiger',
      lebensbereich: ['sonstiges'],
      aufgabe: 'Vertritt in beiden Verfahren',
      vorTagen: 413,
    },
    {
      rolle: 'familie',
      name: 'Schwester',
      beziehung: 'Schwester',
      lebensbereich: ['gesundheit'],
      aufgabe: 'Achtet auf die Einnahme der Medikamente, ruft bei Sorge an',
      vorTagen: 442,
    },
  ],
  federfuehrung: [
    [442, 0],
    [371, null],
  ],
  haushalt: [],
  aufgabe: [
    {
      text: 'Bescheinigung für den Freibetrag des P-Kontos ausstellen lassen',
      vorTagen: 431,
      faelligIn: -425,
      erledigt: 426,
    },
    {
      text: 'Ergebnis der Verhandlung in die Akte nehmen',
      vorTagen: 255,
      faelligIn: -220,
      erledigt: 220,
    },
  ],
  notiz: {
    vorTagen: 318,
    text: 'Wenn er nicht öffnet: erst die Schwester anrufen, dann den Dienst.',
  },
  abschluss: {
    vorTagen: 40,
    rueckblick:
      'Er sagt: Ich mache die Briefe wieder auf. Am meisten haben ihm das P-Konto und die festen Termine geholfen.',
    naechsterSchritt:
      'Eingliederung in die Arbeitswelt: Die Arbeitsgelegenheit in der Radwerkstatt beginnt nächsten Monat, das Jobcenter begleitet weiter.',
    bericht: {
      titel: 'Wieder selbst den Briefkasten öffnen',
      lage: 'Ein junger Mann lebt seit mehreren Jahren in Deutschland.\nEr ist psychisch erkrankt und hat in kurzer Zeit zwei nahe Angehörige verloren.\nEr war verschuldet, das Konto war gepfändet, Gerichtsverfahren standen an.',
      thema: 'Gesundheit, Stabilisierung, Finanzen, Verschuldung, berufliche Perspektive',
      erreicht:
        'Pfändungsschutzkonto eingerichtet\nSchuldnerberatung arbeitet mit allen Gläubigern\nGutachten zur Schuldfähigkeit erstellt, Verfahren beendet\nStabiler Gesundheitszustand, Medikamente werden regelmäßig genommen',
      schritt: 'Eingliederung in die Arbeitswelt, zuerst wenige Stunden am Tag',
    },
  },
};
