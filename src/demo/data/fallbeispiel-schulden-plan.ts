import type { Fallbeispiel, ZielDemo } from './fallbeispiel.ts';

/** Themes and reached goals of case example 2: health, stabilisation, money, debts, job (M175). */
export const schuldenZiele: readonly ZielDemo[] = [
  {
    vorlage: 'pfaendungsschutzkonto',
    worte: 'Geld für Essen soll auf dem Konto bleiben.',
    prioritaet: 1,
    dritte: 'Sparkasse',
    bis: 400,
    erledigt: [426, 424, 406],
    stand: [
      [424, 'in_arbeit'],
      [406, 'erreicht'],
    ],
  },
  {
    vorlage: 'stabiler_gesundheitszustand',
    worte: 'Es soll wieder still sein im Kopf.',
    prioritaet: 1,
    dritte: 'Psychiatrische Ambulanz',
    bis: 200,
    bisNeu: 100,
    erledigt: [330, 371, 318],
    mehr: [
      {
        text: 'Notfallplan mit Schwester und Dienst aufschreiben',
        akteur: 'klient',
        faelligIn: -150,
        erledigt: 152,
      },
    ],
    stand: [
      [371, 'in_arbeit'],
      [152, 'erreicht'],
    ],
  },
  {
    vorlage: 'gerichtsverfahren',
    worte: 'Ich will nicht ins Gefängnis.',
    prioritaet: 1,
    dritte: 'Rechtsanwalt',
    bis: 210,
    erledigt: [399, 413, 221],
    stand: [
      [413, 'in_arbeit'],
      [221, 'erreicht'],
    ],
  },
  {
    vorlage: 'psychiatrisches_gutachten',
    worte: 'Der Richter soll wissen, dass ich krank war.',
    prioritaet: 1,
    dritte: 'Psychiatrische Ambulanz',
    bis: 240,
    erledigt: [405, 371, 258],
    stand: [
      [371, 'in_arbeit'],
      [258, 'erreicht'],
    ],
  },
  {
    vorlage: 'schuldnerberatung',
    worte: 'Ich traue mich nicht mehr an den Briefkasten.',
    prioritaet: 2,
    dritte: 'Verbraucherzentrale Lünen',
    bis: 120,
    erledigt: [399, 344, 118],
    stand: [
      [344, 'in_arbeit'],
      [118, 'erreicht'],
    ],
  },
  {
    vorlage: 'psychosoziale_stabilisierung',
    worte: 'Meine Mutter fehlt mir jeden Tag.',
    prioritaet: 2,
    bis: 180,
    erledigt: [372, 290, 200],
    stand: [
      [290, 'in_arbeit'],
      [184, 'erreicht'],
    ],
  },
  {
    vorlage: 'arbeitswelt_eingliedern',
    worte: 'Jeden Tag drei Stunden, das schaffe ich.',
    prioritaet: 2,
    dritte: 'Jobcenter Kreis Unna',
    bis: -60,
    neu: true,
    erledigt: [150, null, 62],
    stand: [
      [150, 'in_arbeit'],
      [45, 'teilweise'],
    ],
  },
];

export const schuldenVermittlungen: Fallbeispiel['vermittlung'] = [
  {
    stelle: 'Gesundheitsamt Kreis Unna',
    angebot: 'Sozialpsychiatrischer Dienst',
    lebensbereich: 'gesundheit',
    vorTagen: 440,
    kanal: null,
    verweis: true,
    folge: [
      {
        vorTagen: 186,
        stand: 'beendet',
        ergebnis: 'erreicht',
        worte: 'Hausbesuche beendet, Ambulanz behandelt weiter. Bei Rückschlägen direkt anrufen.',
      },
    ],
  },
  {
    stelle: 'Verbraucherzentrale Lünen',
    angebot: 'Schulden- und Insolvenzberatung',
    lebensbereich: 'finanzen',
    vorTagen: 428,
    kanal: 'papier',
    folge: [
      { vorTagen: 421, stand: 'warteliste', worte: 'Wartezeit etwa elf Wochen.' },
      { vorTagen: 344, stand: 'begonnen' },
      {
        vorTagen: 95,
        stand: 'beendet',
        ergebnis: 'erreicht',
        worte: 'Raten mit allen elf Gläubigern vereinbart; nächste Prüfung in einem Jahr.',
      },
    ],
  },
  {
    stelle: 'Psychosoziales Zentrum Dortmund',
    angebot: 'Traumaberatung für Geflüchtete',
    lebensbereich: 'gesundheit',
    vorTagen: 288,
    kanal: null,
    folge: [
      {
        vorTagen: 280,
        stand: 'abgelehnt',
        grund: 'kein_platz',
        worte: 'Warteliste geschlossen, Krisentermine nur bei akuter Gefahr.',
      },
    ],
  },
  {
    stelle: 'Jobcenter Kreis Unna',
    angebot: 'Integrationsfachkräfte Flucht und Asyl',
    lebensbereich: 'arbeit',
    vorTagen: 84,
    kanal: null,
    verweis: true,
    folge: [
      {
        vorTagen: 45,
        stand: 'beendet',
        ergebnis: 'teilweise',
        worte: 'Arbeitsgelegenheit bewilligt, Beginn nach dem Urlaub des Anleiters.',
      },
    ],
  },
];
