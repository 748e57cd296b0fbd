/** What a column of the sheet of cases can mean. */
export const fallFelder = [
  'nummer',
  'klassifizierung',
  'familienname',
  'vorname',
  'vollname',
  'geburtsdatum',
  'geschlecht',
  'herkunftsland',
  'wohnort',
  'ortsteil',
  'traeger',
  'zugang',
  'aufnahme',
  'einwilligung',
  'handlungsfeld',
  'leistungsbezug',
  'personen',
  'uebergabeAm',
  'uebergabeAn',
  'status',
  'inaktivSeit',
  'grund',
  'wiederAktivSeit',
  'bemerkung',
] as const;

/** What a column of the sheet of sonstige Kontakte can mean. */
export const kontaktFelder = ['datum', 'traeger', 'zugang', 'handlungsfeld', 'ergebnis', 'wohnort'] as const;

export type Feld = (typeof fallFelder)[number] | (typeof kontaktFelder)[number];
export const felder = [...fallFelder, 'datum', 'ergebnis'] as const;

/** What a sheet holds. */
export const blattArten = ['fall', 'kontakt', 'ignoriert'] as const;
export type BlattArt = (typeof blattArten)[number];
