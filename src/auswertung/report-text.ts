import type { Same } from '#src/platform/texts.ts';

const cases = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

const de = {
  monate: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  titel: {
    fallzahlen: 'Aufnahmen ins Case Management nach Stichtag',
    sonstige: 'Sonstige Beratungskontakte ohne Aufnahme ins Case Management',
    beratung: 'Beratungskontakte im Case Management',
    geschlecht: 'Geschlecht',
    herkunftsland: 'Herkunftsland',
    leistungsbezug: 'Leistungsbezug',
    lebensbereich: 'Lebensbereiche',
    kontaktweg: 'Kontaktweg der sonstigen Beratungskontakte',
    handlungsfeld: 'Handlungsfelder der sonstigen Beratungskontakte',
    baustein3: 'Aufenthaltserlaubnisse „gute Integration“ und Einbürgerungen',
    stellen: 'Stellenanteile',
  },
  text: {
    fallzahlen:
      'Gezählt sind alle Fälle, die bis zum Stichtag ins Case Management aufgenommen wurden, unabhängig vom Fallstatus (Gesamtfälle). Jeder Fall zählt einmal, und zwar bei dem Träger, der ihn am Stichtag hat. „Inaktiv“ sind ruhende und abgeschlossene Fälle zusammen.',
    personen:
      'Daneben steht die Zahl der Personen, die zu den Fällen gehören; ein Fall ohne diese Angabe zählt als eine Person.',
    sonstige:
      'Gezählt sind Kontakte je Monat, bei denen ein (kurzer) Kontakt mit dem Case Management bestand, die Person aber nicht aufgenommen wurde, zum Beispiel Verweisberatung. Eine Person kann mehrfach vorkommen.',
    beratung:
      'Gezählt sind Beratungskontakte mit aufgenommenen Klient*innen je Monat, beim Träger, der beraten hat. Eine Person kann mehrfach vorkommen.',
    merkmal:
      'Gezählt sind alle Fälle, die bis zum Stichtag aufgenommen wurden, unabhängig vom Fallstatus, mit dem Wert, der am Stichtag galt.',
    kontaktmerkmal:
      'Gezählt sind sonstige Beratungskontakte des Zeitraums. Eine Person kann mehrfach vorkommen.',
    mehrfach: (basis: string) =>
      ` Mehrfachnennungen sind möglich: Prozente beziehen sich auf ${basis} und ergeben zusammen mehr als 100.`,
    prozent: ' Prozente sind so gerundet, dass sie zusammen 100 ergeben (Hare-Niemeyer).',
    top: (n: number) =>
      ` Gedruckt sind die ersten ${n} Ränge; gleiche Werte teilen sich einen Rang und sind alle genannt.`,
    baustein3:
      'Jahreszahlen, die die Ausländer- und Einbürgerungsbehörden gemeldet haben. Sie sind nicht aus Fällen gezählt. Aufenthaltserlaubnisse nach §§ 25a und 25b AufenthG sind zusammengefasst.',
    stellen:
      'Anteile, die am Stichtag gelten, in Vollzeitäquivalenten. Vertrag, Bescheid und Besetzung sind getrennte Angaben.',
    veroeffentlicht:
      ' Zahlen von 1 bis 2 (bei besonders geschützten Angaben 1 bis 4) und weitere, aus denen sie sich errechnen ließen, sind durch einen Punkt ersetzt. Nullen sind gedruckt. Prozente stehen erst ab 20 Fällen.',
  },
  faelleBasis: 'Fälle',
  kontakteBasis: 'Kontakte',
  datenbasis: {
    faelle: (gebiet: string) => `Fälle im Case Management, ${gebiet}`,
    kontakte: (gebiet: string) => `Anonyme Kontaktzählung, ${gebiet}`,
    beratung: (gebiet: string) => `Beratungskontakte der Fälle, ${gebiet}`,
    meldung: (gebiet: string) => `Meldungen der Behörden, ${gebiet}`,
    stellen: (gebiet: string) => `Verträge, Bescheide und Besetzungen, ${gebiet}`,
    eigene: 'eigener Träger',
  },
  regel: {
    kontakt: (monate: number) =>
      `Aktiv: mindestens ein qualifizierter Beratungskontakt innerhalb von ${cases(monate, 'Monat', 'Monaten')}, sonst ruhend; von Hand gesetzte Status gelten, wie sie gesetzt sind.`,
    gemeldet: 'Aktiv, ruhend oder abgeschlossen: wie vom Case Management gemeldet.',
  },
  uebergabe: (monat: string, n: number | '.', von: string, an: string) =>
    n === '.'
      ? `Im ${monat} wurden einzelne Fälle von ${von} an ${an} übergeben.`
      : `Im ${monat} ${n === 1 ? 'wurde 1 Fall' : `wurden ${n} Fälle`} von ${von} an ${an} übergeben.`,
  spalte: {
    stichtag: 'Stichtag',
    traeger: 'Träger und Fallstatus',
    gesamt: 'Gesamt',
    personen: 'Personen',
    aktiv: 'Aktiv',
    inaktiv: 'Inaktiv',
    ruhend: 'davon ruhend',
    abgeschlossen: 'davon abgeschlossen',
    monat: 'Monat',
    summe: 'Summe',
    rang: 'Rang',
    wert: 'Wert',
    anzahl: 'Anzahl',
    prozent: 'Prozent',
    jahr: 'Jahr',
    baustein: 'Baustein',
    ebene: 'Angabe nach',
    bezeichnung: 'Stelle',
    anstellung: 'Anstellung bei',
    gebiet: 'Gebiet',
    vzae: 'VZÄ',
    gueltig: 'Gilt',
  },
  ohneAngabe: 'ohne Angabe',
  uebrigeWerte: 'übrige Werte',
  uebrigeNennungen: 'übrige Nennungen',
  basis: 'Basis',
  reihe: {
    aufenthalt_25a_25b: 'Aufenthaltserlaubnisse §§ 25a, 25b AufenthG',
    einbuergerung: 'Einbürgerungen',
  },
  ebene: { vertrag: 'Vertrag', bescheid: 'Bescheid', besetzung: 'Besetzung' },
  ab: (tag: string) => `ab ${tag}`,
  vonBis: (von: string, bis: string) => `${von} bis ${bis}`,
  lage: (am: string, bis: string | null, was: string) =>
    bis === null ? `Ereignis ${am}: ${was}` : `Ereignis ${am} bis ${bis}: ${was}`,
  standDerDaten: (stand: string) => `Stand der Daten: ${stand}`,
  datengrundlage: (text: string) => `Datengrundlage: ${text}`,
  stichtag: (tage: string) => `Stichtag: ${tage}`,
  zeitraum: (name: string) => `Zeitraum: ${name}`,
  regelZeile: (text: string, herkunft: string) => `Regel: ${text} ${herkunft}`,
  regelAb: (tag: string) => `(gilt ab ${tag})`,
  regelVorgabe: '(Vorgabe der Software)',
  vollstaendig: (angegeben: string, basis: string, prozent: string) =>
    `Vollständigkeit: ${angegeben} von ${basis} mit Angabe (${prozent} %)`,
  zaehlung: 'So ist gezählt',
  diagramm: 'Diagramm',
  veroeffentlicht: 'Fassung zur Veröffentlichung',
  intern: 'Interne Fassung – nicht zur Veröffentlichung',
  seite: 'Seite',
  von: 'von',
};

const en: Same<typeof de> = {
  monate: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  titel: {
    fallzahlen: 'Admissions to case management by key date',
    sonstige: 'Other counselling contacts without admission to case management',
    beratung: 'Counselling contacts within case management',
    geschlecht: 'Gender',
    herkunftsland: 'Country of origin',
    leistungsbezug: 'Benefits received',
    lebensbereich: 'Areas of life',
    kontaktweg: 'Contact route of other counselling contacts',
    handlungsfeld: 'Fields of action of other counselling contacts',
    baustein3: 'Residence permits for “good integration” and naturalisations',
    stellen: 'Posts',
  },
  text: {
    fallzahlen:
      'Counts all cases admitted to case management by the key date, whatever their status. Each case counts once, for the organisation that holds it on the key date. “Inactive” means dormant and closed cases together.',
    personen:
      'Beside it stands the number of persons belonging to the cases; a case that does not say counts as one person.',
    sonstige:
      'Counts contacts per month in which there was a (short) contact with case management but the person was not admitted, for example a referral. A person may occur more than once.',
    beratung:
      'Counts counselling contacts with admitted clients per month, for the organisation that counselled. A person may occur more than once.',
    merkmal:
      'Counts all cases admitted by the key date, whatever their status, with the value that held on the key date.',
    kontaktmerkmal: 'Counts other counselling contacts of the period. A person may occur more than once.',
    mehrfach: (basis) =>
      ` Several answers are possible: percentages are of ${basis} and add up to more than 100.`,
    prozent: ' Percentages are rounded so that they add up to 100 (largest remainder).',
    top: (n) => ` The first ${n} ranks are printed; equal values share a rank and are all named.`,
    baustein3:
      'Yearly figures reported by the immigration and naturalisation authorities. They are not counted from cases. Residence permits under sections 25a and 25b AufenthG are taken together.',
    stellen:
      'Shares that hold on the key date, in full-time equivalents. Contract, grant and staffing are separate facts.',
    veroeffentlicht:
      ' Figures of 1 to 2 (1 to 4 for specially protected facts), and others from which they could be worked out, are replaced by a dot. Zeros are printed. Percentages are given from 20 cases on.',
  },
  faelleBasis: 'cases',
  kontakteBasis: 'contacts',
  datenbasis: {
    faelle: (gebiet) => `Cases in case management, ${gebiet}`,
    kontakte: (gebiet) => `Anonymous count of contacts, ${gebiet}`,
    beratung: (gebiet) => `Counselling contacts of cases, ${gebiet}`,
    meldung: (gebiet) => `Reports of the authorities, ${gebiet}`,
    stellen: (gebiet) => `Contracts, grants and staffing, ${gebiet}`,
    eigene: 'own organisation',
  },
  regel: {
    kontakt: (monate) =>
      `Active: at least one qualified counselling contact within ${cases(monate, 'month', 'months')}, otherwise dormant; a status set by hand counts as set.`,
    gemeldet: 'Active, dormant or closed: as reported by case management.',
  },
  uebergabe: (monat, n, von, an) =>
    n === '.'
      ? `In ${monat}, a few cases were handed over from ${von} to ${an}.`
      : `In ${monat}, ${n === 1 ? '1 case was' : `${n} cases were`} handed over from ${von} to ${an}.`,
  spalte: {
    stichtag: 'Key date',
    traeger: 'Organisation and status',
    gesamt: 'Total',
    personen: 'Persons',
    aktiv: 'Active',
    inaktiv: 'Inactive',
    ruhend: 'of these dormant',
    abgeschlossen: 'of these closed',
    monat: 'Month',
    summe: 'Sum',
    rang: 'Rank',
    wert: 'Value',
    anzahl: 'Number',
    prozent: 'Per cent',
    jahr: 'Year',
    baustein: 'Component',
    ebene: 'According to',
    bezeichnung: 'Post',
    anstellung: 'Employed by',
    gebiet: 'Area',
    vzae: 'FTE',
    gueltig: 'Valid',
  },
  ohneAngabe: 'not stated',
  uebrigeWerte: 'other values',
  uebrigeNennungen: 'other mentions',
  basis: 'Base',
  reihe: {
    aufenthalt_25a_25b: 'Residence permits, sections 25a and 25b AufenthG',
    einbuergerung: 'Naturalisations',
  },
  ebene: { vertrag: 'contract', bescheid: 'grant', besetzung: 'staffing' },
  ab: (tag) => `from ${tag}`,
  vonBis: (von, bis) => `${von} to ${bis}`,
  lage: (am, bis, was) => (bis === null ? `Event ${am}: ${was}` : `Event ${am} to ${bis}: ${was}`),
  standDerDaten: (stand) => `Data as known: ${stand}`,
  datengrundlage: (text) => `Data basis: ${text}`,
  stichtag: (tage) => `Key date: ${tage}`,
  zeitraum: (name) => `Period: ${name}`,
  regelZeile: (text, herkunft) => `Rule: ${text} ${herkunft}`,
  regelAb: (tag) => `(valid from ${tag})`,
  regelVorgabe: '(default of the software)',
  vollstaendig: (angegeben, basis, prozent) =>
    `Completeness: stated for ${angegeben} of ${basis} (${prozent} %)`,
  zaehlung: 'How this was counted',
  diagramm: 'Chart',
  veroeffentlicht: 'Version for publication',
  intern: 'Internal version – not for publication',
  seite: 'Page',
  von: 'of',
};

/** Prose of tables, documents and the command line; both sides use it, so it stands outside of the pages' texts. */
export const reportText = { de, en } as const;
