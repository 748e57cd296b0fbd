import {
  angebotArt,
  beratungsansatz,
  zielgruppe,
  type AngebotArt,
  type Beratungsansatz,
  type Zielgruppe,
} from '#src/angebot/angebot.ts';
import { stelleArt, type StelleArt } from '#src/stelle/contract.ts';
import type { Day } from '#src/platform/day.ts';
import { steinfurtAngebote, coesfeldAngebote } from './weitere-angebote.ts';
import { unnaAngebote } from './unna-angebote.ts';

export interface AngebotDemo {
  readonly stelle: string;
  /** Of the office, where the plan of the network does not know it. */
  readonly stelleArt: StelleArt;
  readonly name: string;
  readonly art: AngebotArt;
  readonly ansatz: Beratungsansatz | null;
  readonly eigenesFallmanagement: boolean;
  /** Names of Kommunen; none: the whole Kreis. The first is where it takes place. */
  readonly kommune: readonly string[];
  readonly lebensbereich: readonly string[];
  readonly zielgruppe: readonly Zielgruppe[];
  readonly sprache: readonly string[];
  readonly frei: number | null;
  readonly gesamt: number | null;
  /** Null: nobody ever confirmed it. */
  readonly bestaetigtVorMonaten: number | null;
  readonly beschreibung: string;
  readonly quelle: string;
}

/**
 * Reads a table of offers. Columns: office (kind), offer, kind, approach (a star: leads cases itself), Kommunen, areas of
 * life, target groups, languages besides German, free/all places, months since it was confirmed, words, source.
 */
function readAngebote(table: string): AngebotDemo[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [
        stelle = '',
        name = '',
        art,
        ansatz = '',
        wo = '',
        bereiche = '',
        gruppen = '',
        sprachen = '',
        ...rest
      ] = line.split('|').map((part) => part.trim());
      const [plaetze = '', monate = '', beschreibung = '', quelle = ''] = rest;
      const [frei, gesamt] = plaetze.split('/').map((zahl) => (zahl === '' ? null : Number(zahl)));
      const [, office = '', kind] = /^(.*) \((\w+)\)$/.exec(stelle) ?? [];
      return {
        stelle: office,
        stelleArt: stelleArt.parse(kind),
        name,
        art: angebotArt.parse(art),
        ansatz: ansatz === '' ? null : beratungsansatz.parse(ansatz.replace('*', '')),
        eigenesFallmanagement: ansatz.endsWith('*'),
        kommune: words(wo),
        lebensbereich: words(bereiche),
        zielgruppe: words(gruppen).map((code) => zielgruppe.parse(code)),
        sprache: ['deu', ...words(sprachen)],
        frei: frei ?? null,
        gesamt: gesamt ?? null,
        bestaetigtVorMonaten: monate === 'nie' ? null : Number(monate),
        beschreibung,
        quelle,
      };
    });
}

function words(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

export interface VereinbarungDemo {
  readonly stelle: string;
  readonly aufgaben: string;
  readonly abgrenzung: string;
  readonly uebergang: string;
  readonly vereinbartAm: Day | null;
  readonly abstimmungInTagen?: number;
  readonly endetInTagen?: number;
}

/** Agreements of Kreis Unna with its central interfaces; invented after the concept. */
export const unnaVereinbarungen: readonly VereinbarungDemo[] = [
  {
    stelle: 'Jobcenter Kreis Unna',
    aufgaben:
      'Jobcenter: Leistung und Vermittlung in Arbeit. KIM: Lebensbereiche daneben, Rechtskreiswechsel vorbereiten.',
    abgrenzung: 'Keine Anträge auf Bürgergeld durch KIM; keine Beratung zum Aufenthalt durch das Jobcenter.',
    uebergang: 'Gemeinsamer Termin mit der Integrationsfachkraft; Rückmeldung an KIM binnen vier Wochen.',
    vereinbartAm: '2023-09-12',
    abstimmungInTagen: 24,
  },
  {
    stelle: 'Migrationsberatung für Erwachsene (MBE), Caritas Unna',
    aufgaben: 'MBE: einzelne Anliegen ab 27 Jahren. KIM: ab drei Lebensbereichen.',
    abgrenzung: 'Niemand wird von beiden zugleich als Fall geführt.',
    uebergang: 'Übergabegespräch zu dritt, mit Einwilligung.',
    vereinbartAm: '2022-11-08',
    endetInTagen: 40,
  },
  {
    stelle: 'Jugendmigrationsdienst der AWO',
    aufgaben: 'JMD: Übergang Schule und Beruf von 12 bis 27 Jahren.',
    abgrenzung: 'Familien als Ganzes führt KIM.',
    uebergang: 'Anruf, danach gemeinsamer Termin.',
    vereinbartAm: '2022-11-08',
  },
  {
    stelle: 'Agentur für Arbeit Hamm',
    aufgaben: 'Anerkennung und Qualifizierung; Ansprechperson für Betriebe.',
    abgrenzung: '',
    uebergang: '',
    vereinbartAm: null,
  },
];

export const angebotDemo: Readonly<Record<string, () => readonly AngebotDemo[]>> = {
  unna: () => readAngebote(unnaAngebote),
  steinfurt: () => readAngebote(steinfurtAngebote),
  coesfeld: () => readAngebote(coesfeldAngebote),
};
