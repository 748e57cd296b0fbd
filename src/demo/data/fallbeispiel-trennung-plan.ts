import type { Fallbeispiel, ZielDemo } from './fallbeispiel.ts';

const jobcenter = 'Jobcenter Kreis Unna';

/** Themes and reached goals of case example 1: separation, housing, money, maintenance, work (M174). */
export const trennungZiele: readonly ZielDemo[] = [
  {
    vorlage: 'trennung_scheidung',
    worte: 'Ich will wissen, welche Rechte ich habe.',
    prioritaet: 1,
    dritte: 'Anwältin für Familienrecht',
    bis: 200,
    erledigt: [383, 378, 366],
    stand: [
      [395, 'in_arbeit'],
      [203, 'erreicht'],
    ],
  },
  {
    vorlage: 'unterhalt_klaeren',
    worte: 'Für meinen Sohn soll genug da sein.',
    prioritaet: 1,
    dritte: 'Anwältin für Familienrecht',
    bis: 190,
    erledigt: [383, 366, 203],
    stand: [
      [383, 'in_arbeit'],
      [203, 'erreicht'],
    ],
  },
  {
    vorlage: 'eigene_wohnung',
    worte: 'Eine Tür, die ich selbst abschließe.',
    prioritaet: 1,
    bis: 240,
    erledigt: [296, 331, 272],
    stand: [
      [349, 'in_arbeit'],
      [272, 'erreicht'],
    ],
  },
  {
    vorlage: 'kinderbetreuung',
    worte: 'Mateo soll nachmittags bei seinen Freunden sein.',
    prioritaet: 2,
    bis: 250,
    erledigt: [349, 330],
    stand: [[282, 'erreicht']],
  },
  {
    vorlage: 'beschaeftigung_aufnehmen',
    worte: 'Ich kann backen. Das möchte ich wieder tun.',
    prioritaet: 2,
    dritte: jobcenter,
    bis: 150,
    bisNeu: 60,
    erledigt: [236, 225, 190],
    mehr: [
      {
        text: 'Nach der Probezeit Stunden aufstocken',
        akteur: 'klient',
        faelligIn: -60,
        erledigt: 66,
      },
    ],
    stand: [
      [310, 'in_arbeit'],
      [66, 'erreicht'],
    ],
  },
  {
    vorlage: 'psychosoziale_stabilisierung',
    worte: 'Nachts nicht mehr grübeln.',
    prioritaet: 2,
    bis: 120,
    erledigt: [397, 115, 160],
    stand: [
      [397, 'in_arbeit'],
      [110, 'erreicht'],
    ],
  },
  {
    vorlage: 'selbststaendigkeit',
    worte: 'Nicht mehr fragen müssen, wohin mit einem Brief.',
    prioritaet: 3,
    bis: 60,
    erledigt: [236, 90],
    stand: [
      [236, 'in_arbeit'],
      [72, 'erreicht'],
    ],
  },
  {
    vorlage: 'einbuergerung_beantragen',
    worte: 'Ich lebe schon so lange hier. Ich möchte wählen können.',
    prioritaet: 1,
    bis: -90,
    neu: true,
    erledigt: [72, 88, 29],
    mehr: [
      {
        text: 'Nachgeforderte Gehaltsabrechnungen einreichen und Antrag noch einmal prüfen',
        akteur: 'klient',
        faelligIn: 7,
      },
      {
        text: 'Über den Antrag entscheiden',
        akteur: 'dritte',
        dritte: 'Einbürgerungsbehörde Stadt Lünen',
        faelligIn: 90,
      },
    ],
    stand: [[72, 'in_arbeit']],
  },
];

export const trennungVermittlungen: Fallbeispiel['vermittlung'] = [
  {
    stelle: jobcenter,
    angebot: 'Integrationsfachkräfte Flucht und Asyl',
    lebensbereich: 'finanzen',
    vorTagen: 402,
    kanal: null,
    verweis: true,
    folge: [
      {
        vorTagen: 352,
        stand: 'beendet',
        ergebnis: 'erreicht',
        worte: 'Leistungen für beide bewilligt, der Bescheid nennt die neue Miete.',
      },
    ],
  },
  {
    stelle: 'Frauen- und Mädchenberatung Kreis Unna',
    angebot: null,
    lebensbereich: 'gesundheit',
    vorTagen: 397,
    kanal: 'papier',
    folge: [
      { vorTagen: 390, stand: 'angenommen' },
      { vorTagen: 380, stand: 'begonnen' },
      { vorTagen: 112, stand: 'beendet', ergebnis: 'erreicht', worte: 'Zwölf Gespräche, gut abgeschlossen.' },
    ],
  },
  {
    stelle: 'Stadt Lünen, Sozialamt',
    angebot: 'Wohnungshilfe und Prävention',
    lebensbereich: 'wohnen',
    vorTagen: 390,
    kanal: 'papier',
    folge: [
      { vorTagen: 381, stand: 'angenommen' },
      { vorTagen: 362, stand: 'begonnen' },
      { vorTagen: 274, stand: 'beendet', ergebnis: 'erreicht', worte: 'Mietvertrag unterschrieben.' },
    ],
  },
  {
    stelle: 'Werkstatt im Kreis Unna',
    angebot: 'Frauen in Arbeit',
    lebensbereich: 'arbeit',
    vorTagen: 345,
    kanal: null,
    folge: [
      {
        vorTagen: 338,
        stand: 'abgelehnt',
        grund: 'nicht_zustaendig',
        worte: 'Plätze nur für Unna, Kamen und Bergkamen; für Lünen gibt es keine Mittel.',
      },
    ],
  },
  {
    stelle: 'Multikulturelles Forum',
    angebot: 'Berufssprachkurs B2',
    lebensbereich: 'arbeit',
    vorTagen: 340,
    kanal: null,
    folge: [
      { vorTagen: 333, stand: 'warteliste', worte: 'Nächster Kurs in sechs Wochen, Platz drei.' },
      { vorTagen: 289, stand: 'begonnen' },
      { vorTagen: 169, stand: 'beendet', ergebnis: 'erreicht', worte: 'Prüfung B2 bestanden.' },
    ],
  },
  {
    stelle: 'Stadtteilbüro Brambauer',
    angebot: 'Offene Sozialberatung',
    lebensbereich: 'teilhabe',
    vorTagen: 110,
    kanal: null,
    verweis: true,
    folge: [
      {
        vorTagen: 75,
        stand: 'beendet',
        ergebnis: 'erreicht',
        worte: 'War mit einem Brief der Krankenkasse allein dort und kennt die Zeiten.',
      },
    ],
  },
];
