import { z } from 'zod';

/** Columns of an exchanged directory in the order of the table, with the heading under which each is written. */
export const spalten = [
  ['id', 'Kennung'],
  ['name', 'Angebot'],
  ['stelle', 'Stelle'],
  ['art', 'Art'],
  ['beschreibung', 'Beschreibung'],
  ['beratungsansatz', 'Beratungsansatz'],
  ['eigenesFallmanagement', 'Eigenes Fallmanagement'],
  ['ebene', 'Reichweite'],
  ['kommuneId', 'Kommune'],
  ['kommuneIds', 'Für Kommunen'],
  ['lebensbereich', 'Lebensbereiche'],
  ['rechtskreis', 'Rechtskreise'],
  ['zielgruppe', 'Zielgruppen'],
  ['sprache', 'Sprachen'],
  ['plaetzeGesamt', 'Plätze'],
  ['plaetzeFrei', 'Freie Plätze'],
  ['plaetzeAm', 'Freie Plätze am'],
  ['kosten', 'Kosten'],
  ['kostenText', 'Kosten in Worten'],
  ['oeffnung', 'Öffnungszeiten'],
  ['anschrift', 'Anschrift'],
  ['laenge', 'Länge'],
  ['breite', 'Breite'],
  ['ansprechpartner', 'Ansprechperson'],
  ['telefon', 'Telefon'],
  ['email', 'E-Mail'],
  ['web', 'Internet'],
  ['barriere', 'Barrierefreiheit'],
  ['quelle', 'Quelle'],
  ['quelleWeb', 'Verweis auf die Quelle'],
  ['quelleKennung', 'Kennung in der Quelle'],
  ['bestaetigtAm', 'Zuletzt bestätigt'],
  ['gueltigBis', 'Beendet zum'],
] as const;
export type Spalte = (typeof spalten)[number][0];

const names = spalten.map(([name]) => name);
export const spalte = z.enum(names);

/** One offer as plain text per column, as it stands in a file; what the file does not say is absent. */
export type FlatZeile = Readonly<Partial<Record<Spalte, string>>>;

/** A row of a file: row number as on screen, or place in the list of services. */
export interface DateiZeile {
  readonly zeile: number;
  readonly werte: FlatZeile;
  /** Columns in which a formula or a spreadsheet error stands instead of a value. */
  readonly formel: readonly Spalte[];
  /** Id of the office as the file knows it. */
  readonly stelleId?: string;
}

/** Other headings under which specialised maps and lists of others keep the same thing. */
const andere: Readonly<Record<string, Spalte>> = {
  id: 'id',
  name: 'name',
  bezeichnung: 'name',
  titel: 'name',
  anbieter: 'stelle',
  traeger: 'stelle',
  organisation: 'stelle',
  einrichtung: 'stelle',
  kategorie: 'art',
  ort: 'kommuneId',
  gemeinde: 'kommuneId',
  stadt: 'kommuneId',
  lebensbereich: 'lebensbereich',
  rechtskreis: 'rechtskreis',
  zielgruppe: 'zielgruppe',
  sprache: 'sprache',
  adresse: 'anschrift',
  strasse: 'anschrift',
  laengengrad: 'laenge',
  breitengrad: 'breite',
  lon: 'laenge',
  lat: 'breite',
  ansprechpartner: 'ansprechpartner',
  ansprechpartnerin: 'ansprechpartner',
  kontakt: 'ansprechpartner',
  tel: 'telefon',
  mail: 'email',
  website: 'web',
  webseite: 'web',
  homepage: 'web',
  url: 'web',
  stand: 'bestaetigtAm',
};

const known = new Map<string, Spalte>([
  ...Object.entries(andere),
  ...spalten.map(([name, titel]): [string, Spalte] => [plain(titel), name]),
]);

/** Column that a heading means; undefined for one that we do not keep. */
export function columnOf(titel: string): Spalte | undefined {
  return known.get(plain(titel));
}

/** Letters and digits only, umlauts written out, so that spelling and case of words do not count. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Specialised maps that are known by name (Konzept Kreis Unna 4.2). */
export const quelleArt = z.enum(['geoservice', 'ehrenamt', 'andere', 'eigen']);
export type QuelleArt = z.infer<typeof quelleArt>;
