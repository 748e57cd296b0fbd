import type { BeobachtungArt } from '#src/beobachtung/contract.ts';
import type { Ergebnis, Kanal, VermittlungGrund, VermittlungStand } from '#src/vermittlung/vermittlung.ts';

/** A referral of an open case at Lünen; `fall` counts its oldest open cases from 0. */
export interface VermittlungDemo {
  readonly fall: number;
  /** Office and offer as the directory names them; null: the office itself. */
  readonly stelle: string;
  readonly angebot: string | null;
  readonly lebensbereich: string;
  readonly vorTagen: number;
  readonly kanal: Kanal | null;
  readonly verweis?: true;
  /** Days from today until an answer is expected while it is open; negative: overdue. */
  readonly rueckmeldungIn?: number;
  /** What followed: days ago, state, reason or result, words. */
  readonly folge: readonly {
    readonly vorTagen: number;
    readonly stand: VermittlungStand;
    readonly grund?: VermittlungGrund;
    readonly ergebnis?: Ergebnis;
    readonly worte?: string;
  }[];
}

export const vermittlungDemo: readonly VermittlungDemo[] = [
  {
    fall: 0,
    stelle: 'Bauverein zu Lünen',
    angebot: 'Mietberatung in mehreren Sprachen',
    lebensbereich: 'wohnen',
    vorTagen: 3,
    kanal: 'partnerkonto',
    rueckmeldungIn: 11,
    folge: [],
  },
  {
    fall: 0,
    stelle: 'Jobcenter Kreis Unna',
    angebot: 'Integrationsfachkräfte Flucht und Asyl',
    lebensbereich: 'arbeit',
    vorTagen: 45,
    kanal: null,
    verweis: true,
    folge: [
      {
        vorTagen: 12,
        stand: 'beendet',
        ergebnis: 'erreicht',
        worte:
          'Bürgergeld bewilligt, Eingliederungsplan liegt vor. Nächstes Gespräch im Jobcenter in acht Wochen.',
      },
    ],
  },
  {
    fall: 0,
    stelle: 'Verbraucherzentrale Lünen',
    angebot: 'Schulden- und Insolvenzberatung',
    lebensbereich: 'finanzen',
    vorTagen: 33,
    kanal: 'papier',
    folge: [
      {
        vorTagen: 20,
        stand: 'abgelehnt',
        grund: 'kein_platz',
        worte: 'Aufnahmestopp bis zum Quartalsende.',
      },
    ],
  },
  {
    fall: 0,
    stelle: 'VHS Lünen',
    angebot: 'Alphabetisierungskurs',
    lebensbereich: 'sprache',
    vorTagen: 24,
    kanal: 'mailtext',
    rueckmeldungIn: -3,
    folge: [],
  },
  {
    fall: 1,
    stelle: 'Bauverein zu Lünen',
    angebot: 'Mietberatung in mehreren Sprachen',
    lebensbereich: 'wohnen',
    vorTagen: 40,
    kanal: 'partnerkonto',
    rueckmeldungIn: 50,
    folge: [
      { vorTagen: 35, stand: 'angenommen' },
      { vorTagen: 30, stand: 'begonnen' },
    ],
  },
  {
    fall: 1,
    stelle: 'Frühe Hilfen Lünen',
    angebot: 'Familienhebamme',
    lebensbereich: 'kinder',
    vorTagen: 14,
    kanal: 'papier',
    rueckmeldungIn: 20,
    folge: [{ vorTagen: 8, stand: 'warteliste', worte: 'Platz zwei auf der Liste.' }],
  },
  {
    fall: 2,
    stelle: 'Multikulturelles Forum',
    angebot: 'Berufssprachkurs B2',
    lebensbereich: 'sprache',
    vorTagen: 150,
    kanal: 'papier',
    folge: [
      { vorTagen: 140, stand: 'begonnen' },
      { vorTagen: 10, stand: 'beendet', ergebnis: 'teilweise', worte: 'Kurs beendet, Prüfung im Mai.' },
    ],
  },
];

interface BeobachtungDemo {
  readonly art: BeobachtungArt;
  readonly lebensbereich: string;
  readonly kommune: string;
  readonly vorTagen: number;
  readonly text: string;
}

/** What was met at Lünen, without anybody's name. */
export const beobachtungDemo: readonly BeobachtungDemo[] = [
  {
    art: 'luecke',
    lebensbereich: 'wohnen',
    kommune: 'Lünen',
    vorTagen: 6,
    text: 'Keine bezahlbare Wohnung ab fünf Personen.',
  },
  { art: 'luecke', lebensbereich: 'wohnen', kommune: 'Lünen', vorTagen: 41, text: '' },
  {
    art: 'luecke',
    lebensbereich: 'wohnen',
    kommune: 'Selm',
    vorTagen: 77,
    text: 'Kein barrierefreier Wohnraum.',
  },
  {
    art: 'luecke',
    lebensbereich: 'sprache',
    kommune: 'Lünen',
    vorTagen: 18,
    text: 'Kein Alphabetisierungskurs mit Kinderbetreuung am Nachmittag.',
  },
  {
    art: 'luecke',
    lebensbereich: 'gesundheit',
    kommune: 'Lünen',
    vorTagen: 52,
    text: 'Psychotherapie in der Herkunftssprache fehlt.',
  },
  { art: 'luecke', lebensbereich: 'kinder', kommune: 'Lünen', vorTagen: 90, text: '' },
  {
    art: 'reibung',
    lebensbereich: 'finanzen',
    kommune: 'Lünen',
    vorTagen: 11,
    text: 'Beim Wechsel ins SGB II bleiben Menschen wochenlang ohne Geld.',
  },
  {
    art: 'reibung',
    lebensbereich: 'finanzen',
    kommune: 'Lünen',
    vorTagen: 62,
    text: 'Zwei Ämter verlangen dieselben Unterlagen im Original.',
  },
  { art: 'reibung', lebensbereich: 'aufenthalt', kommune: 'Lünen', vorTagen: 28, text: '' },
  {
    art: 'beschleuniger',
    lebensbereich: 'arbeit',
    kommune: 'Lünen',
    vorTagen: 21,
    text: 'Gemeinsamer Sprechtag von Jobcenter und Sprachkursträger.',
  },
  {
    art: 'beschleuniger',
    lebensbereich: 'aufenthalt',
    kommune: 'Lünen',
    vorTagen: 70,
    text: 'Vorab geprüfte Unterlagen: Termin beim ersten Mal erfolgreich.',
  },
];
