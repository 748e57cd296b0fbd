import type { OutCell, OutSheet } from '#src/platform/server/spreadsheet/table-output.ts';
import { writeXlsx } from '#src/platform/server/spreadsheet/write-xlsx.ts';

export const fallTitles = [
  'Fall-Nr.',
  'Name',
  'Vorname',
  'Geb.-Datum',
  'Geschlecht',
  'Herkunftsland',
  'Wohnort',
  'Ortsteil',
  'Träger',
  'Zugang über',
  'Aufnahme am',
  'Einwilligung vom',
  'Handlungsfelder',
  'Leistungsbezug',
  'Übergabe am',
  'Übergabe an',
  'Fallstatus',
  'inaktiv seit',
  'Grund',
  'wieder aktiv seit',
  'Bemerkung',
] as const;
export type FallTitle = (typeof fallTitles)[number];

const ordinary: Partial<Record<FallTitle, OutCell>> = {
  Name: 'Haile',
  Vorname: 'Tesfay',
  Wohnort: 'Rheine',
  Ortsteil: 'rechts der Ems',
  Träger: 'Lernen fördern',
  'Zugang über': 'Schule',
  'Aufnahme am': { day: '2022-01-10' },
  'Einwilligung vom': { day: '2022-01-10' },
  Geschlecht: 'm',
  Herkunftsland: 'Eritrea',
  Handlungsfelder: 'Arbeit; Familie',
  Leistungsbezug: 'SGB II',
  Fallstatus: 'aktiv',
};

/** A row of the sheet of cases; what is not named is ordinary. */
export function fallRow(nummer: string, changed: Partial<Record<FallTitle, OutCell>> = {}): OutCell[] {
  const values = { ...ordinary, 'Fall-Nr.': nummer, ...changed };
  return fallTitles.map((title) => values[title] ?? null);
}

export const kontaktTitles = ['Datum', 'Träger', 'Kontaktweg', 'Handlungsfelder', 'Ergebnis'] as const;

export function kontaktRow(
  datum: string,
  changed: Partial<Record<(typeof kontaktTitles)[number], OutCell>> = {},
): OutCell[] {
  const values = {
    Datum: { day: datum },
    Träger: 'Caritas Rheine',
    Kontaktweg: 'Schule',
    Handlungsfelder: 'Arbeit',
    Ergebnis: 'Information',
    ...changed,
  };
  return kontaktTitles.map((title) => values[title]);
}

/** A workbook as the district keeps it, heading row below a title. */
export function workbook(faelle: readonly OutCell[][], kontakte: readonly OutCell[][] = []): Promise<Buffer> {
  const sheet = (name: string, titles: readonly string[], rows: readonly OutCell[][]): OutSheet => ({
    name,
    title: `${name}, Regionalbereich Rheine`,
    columns: titles.map((title) => ({ title })),
    rows,
  });
  return writeXlsx([
    sheet('Fälle CM', fallTitles, faelle),
    ...(kontakte.length > 0 ? [sheet('Sonstige Kontakte', kontaktTitles, kontakte)] : []),
  ]);
}
