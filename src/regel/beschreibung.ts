import type { Same } from '#src/platform/texts.ts';
import type { RegelSchluessel } from './regel.ts';

interface Beschreibung {
  readonly name: string;
  readonly erklaerung: string;
}

/** Name and explanation of every setting, for the page of the rules and for the foot of a report. */
const de = {
  aktiv_regel: {
    name: 'Wann ein Fall aktiv ist',
    erklaerung:
      'Entweder durch mindestens einen qualifizierten Beratungskontakt in den letzten Monaten oder so, wie der Status gemeldet wird.',
  },
  fallschluessel: {
    name: 'Fallschlüssel',
    erklaerung: 'Fälle je Vollzeitstelle: eine Spanne, ein Verhältnis oder bewusst keiner.',
  },
  fallschluessel_basis: {
    name: 'Was in den Fallschlüssel zählt',
    erklaerung:
      'Nur aktive Fälle, alle Teilnehmenden oder alle beratenen Personen; Kurzberatungen können eine eigene Spanne haben.',
  },
  komplexer_fall: {
    name: 'Komplexer Fall',
    erklaerung:
      'Ab wie vielen Lebensbereichen ein Fall ins Case Management gehört und ob ein einzelner, schwerwiegender Bedarf genügt.',
  },
  lebensbereich_bericht: {
    name: 'Lebensbereiche in Berichten',
    erklaerung: 'Ob Berichte die eigene Liste des Kreises nennen oder die gemeinsame Liste aller Kreise.',
  },
  kurzberatung: {
    name: 'Kurzberatung',
    erklaerung:
      'Bis zu wie vielen Kontakten und Bedarfen eine Beratung kurz ist, und welche Stufen der Kreis unterscheidet.',
  },
  zielgruppe: {
    name: 'Zielgruppe',
    erklaerung:
      'Alle, Neuzugewanderte der letzten Jahre oder Fokusgruppen mit einem freien Anteil der Plätze.',
  },
  zugang_liste: {
    name: 'Zugangswege',
    erklaerung: 'Hinweis zur Liste der Zugangswege; jeder Weg ist einem gemeinsamen Schlüssel zugeordnet.',
  },
  re_assessment: {
    name: 'Re-Assessment',
    erklaerung: 'Bei Bedarf oder mit Erinnerung nach einer Zahl von Monaten.',
  },
  plan_name: {
    name: 'Name des Hilfeplans',
    erklaerung: 'Wie der gemeinsame Plan heißt und wer ihn unterschreibt.',
  },
  abschlussgrund: {
    name: 'Abschlussgründe',
    erklaerung: 'Welche Gründe beim Abschluss angeboten werden; leer heißt alle.',
  },
  uhr_104c: {
    name: 'Beginn der 18 Monate nach § 104c AufenthG',
    erklaerung: 'Ab Erteilung des Titels oder ab Antrag; beide Tage werden gespeichert.',
  },
  lenkung: {
    name: 'Lenkungsgremium',
    erklaerung: 'Name, Sitzungen im Jahr und wer die Geschäfte führt.',
  },
  anstellung: {
    name: 'Wer Case Manager*innen anstellt',
    erklaerung: 'Kommunen, freie Träger, der Kreis oder mehrere davon.',
  },
  vertragsform: {
    name: 'Vertragsformen',
    erklaerung: 'Mit welchen Verträgen der Kreis Stellen und Mittel weitergibt.',
  },
  baustein_wort: {
    name: 'Baustein oder Modul',
    erklaerung: 'Das Wort für die drei Teile der Förderung.',
  },
  vokabular: {
    name: 'Wörter und Schreibweise',
    erklaerung: 'Wie der Kreis Personen und Stellen nennt und welche geschlechtergerechte Schreibweise gilt.',
  },
  datenwerkzeug: {
    name: 'Rolle neben der Landesdatenbank',
    erklaerung: 'Ob Lotse führt, die Datenbank KIM begleitet oder keine Fälle aufnimmt.',
  },
  berichtszyklus: {
    name: 'Berichtszyklus',
    erklaerung: 'Wie oft Controlling und Gremium berichtet wird.',
  },
  geld: {
    name: 'Abrechnung der Stellen',
    erklaerung:
      'Tatsächliche Personalkosten bis zum Höchstsatz oder pauschal; Sachkosten monats- oder tagesgenau.',
  },
  vertrag_bescheid: {
    name: 'Vertrag und Bescheid',
    erklaerung: 'Welcher Stellenwert gezeigt wird, wenn Vertrag und Zuwendungsbescheid sich unterscheiden.',
  },
  werktag: {
    name: 'Was ein Werktag ist',
    erklaerung: 'Ob der Samstag bei der Frist von drei Werktagen für Eilfälle mitzählt.',
  },
  uebergabe_information: {
    name: 'Nachricht über Übergaben',
    erklaerung: 'Ob die Koordination von jeder Übergabe erfährt.',
  },
} as const satisfies Record<RegelSchluessel, Beschreibung>;

const en: Same<typeof de> = {
  aktiv_regel: {
    name: 'When a case is active',
    erklaerung:
      'Either by at least one qualified counselling contact within the last months, or as the status is reported.',
  },
  fallschluessel: {
    name: 'Caseload ratio',
    erklaerung: 'Cases per full-time post: a range, a ratio, or deliberately none.',
  },
  fallschluessel_basis: {
    name: 'What counts into the ratio',
    erklaerung:
      'Active cases only, all participants, or everybody counselled; short counselling may have a range of its own.',
  },
  komplexer_fall: {
    name: 'Complex case',
    erklaerung:
      'From how many areas of life on a case belongs to case management, and whether one grave need is enough.',
  },
  lebensbereich_bericht: {
    name: 'Areas of life in reports',
    erklaerung: 'Whether reports name the list of the Kreis or the list that all Kreise share.',
  },
  kurzberatung: {
    name: 'Short counselling',
    erklaerung:
      'Up to how many contacts and needs counselling is short, and which levels the Kreis tells apart.',
  },
  zielgruppe: {
    name: 'Target group',
    erklaerung: 'Everybody, newcomers of the last years, or focus groups with a share of places kept open.',
  },
  zugang_liste: {
    name: 'Access paths',
    erklaerung: 'Note on the list of access paths; each path is mapped to a common key.',
  },
  re_assessment: {
    name: 'Re-assessment',
    erklaerung: 'When needed, or with a reminder after a number of months.',
  },
  plan_name: {
    name: 'Name of the plan',
    erklaerung: 'What the joint plan is called and who signs it.',
  },
  abschlussgrund: {
    name: 'Reasons for closing',
    erklaerung: 'Which reasons are offered when a case is closed; empty means all.',
  },
  uhr_104c: {
    name: 'Start of the 18 months of § 104c AufenthG',
    erklaerung: 'From the issue of the title or from the application; both days are stored.',
  },
  lenkung: {
    name: 'Steering body',
    erklaerung: 'Its name, meetings a year and who runs its office.',
  },
  anstellung: {
    name: 'Who employs case managers',
    erklaerung: 'Municipalities, independent providers, the Kreis, or several of them.',
  },
  vertragsform: {
    name: 'Forms of contract',
    erklaerung: 'By which contracts the Kreis passes posts and money on.',
  },
  baustein_wort: {
    name: 'Baustein or Modul',
    erklaerung: 'The word for the three parts of the programme.',
  },
  vokabular: {
    name: 'Words and spelling',
    erklaerung: 'What the Kreis calls people and offices, and which gender-inclusive spelling it uses.',
  },
  datenwerkzeug: {
    name: 'Role beside the state database',
    erklaerung: 'Whether Lotse leads, accompanies the KIM database, or takes no cases.',
  },
  berichtszyklus: {
    name: 'Report cycle',
    erklaerung: 'How often controlling and the steering body are reported to.',
  },
  geld: {
    name: 'Settling the posts',
    erklaerung:
      'Actual staff costs up to the cap or a lump sum; material costs by whole months or to the day.',
  },
  vertrag_bescheid: {
    name: 'Contract and grant notice',
    erklaerung: 'Which share of posts is shown when contract and grant notice differ.',
  },
  werktag: {
    name: 'What a working day is',
    erklaerung: 'Whether Saturday counts in the limit of three working days for urgent cases.',
  },
  uebergabe_information: {
    name: 'Notice of hand-overs',
    erklaerung: 'Whether the coordination is told of every hand-over.',
  },
};

export const regelBeschreibung = { de, en } as const;
