import type { z } from 'zod';
import { regelSchemata, type RegelSchluessel, type RegelWert } from './schemata.ts';

export type { RegelSchluessel, RegelWert } from './schemata.ts';

interface RegelEintrag<W> {
  readonly schema: z.ZodType<W>;
  /** Holds as long as a Kreis has set nothing. */
  readonly vorgabe: W;
  /** Rows of the mission that the setting answers. */
  readonly zeilen: readonly string[];
}

type RegelRegister = { readonly [K in RegelSchluessel]: RegelEintrag<RegelWert<K>> };

/** The settings of a Kreis with their neutral defaults. Names and explanations stand in beschreibung.ts. */
export const regelRegister: RegelRegister = {
  aktiv_regel: {
    schema: regelSchemata.aktiv_regel,
    vorgabe: { art: 'kontakt', monate: 3 },
    zeilen: ['M185', 'M186'],
  },
  fallschluessel: {
    schema: regelSchemata.fallschluessel,
    vorgabe: { art: 'keiner' },
    zeilen: ['M235', 'M236', 'M237'],
  },
  fallschluessel_basis: {
    schema: regelSchemata.fallschluessel_basis,
    vorgabe: { basis: 'aktive_faelle', kurzberatung: null },
    zeilen: ['M238'],
  },
  komplexer_fall: {
    schema: regelSchemata.komplexer_fall,
    vorgabe: { lebensbereiche: 3, mehrereInstitutionen: false, schwereAusnahme: true },
    zeilen: ['M128', 'M129', 'M131'],
  },
  lebensbereich_bericht: {
    schema: regelSchemata.lebensbereich_bericht,
    vorgabe: { liste: 'eigene' },
    zeilen: ['M125', 'M126', 'M127'],
  },
  kurzberatung: {
    schema: regelSchemata.kurzberatung,
    vorgabe: { kontakte: 2, bedarfe: 2, stufen: [] },
    zeilen: ['M133', 'M135', 'M137'],
  },
  zielgruppe: { schema: regelSchemata.zielgruppe, vorgabe: { art: 'alle' }, zeilen: ['M84', 'M85'] },
  zugang_liste: { schema: regelSchemata.zugang_liste, vorgabe: { hinweis: '' }, zeilen: ['M92'] },
  re_assessment: { schema: regelSchemata.re_assessment, vorgabe: { art: 'bei_bedarf' }, zeilen: ['M168'] },
  plan_name: {
    schema: regelSchemata.plan_name,
    vorgabe: { name: 'Hilfeplan', unterschrift: 'beide' },
    zeilen: ['M161'],
  },
  abschlussgrund: { schema: regelSchemata.abschlussgrund, vorgabe: { codes: [] }, zeilen: ['M192'] },
  uhr_104c: { schema: regelSchemata.uhr_104c, vorgabe: { beginn: 'erteilung' }, zeilen: ['M217', 'M218'] },
  lenkung: {
    schema: regelSchemata.lenkung,
    vorgabe: {
      gremium: 'Lenkungskreis',
      sitzungenJeJahr: 2,
      koordinierungsgruppe: false,
      geschaeftsfuehrung: 'koordination',
    },
    zeilen: ['M274', 'M275', 'M276', 'M277'],
  },
  anstellung: {
    schema: regelSchemata.anstellung,
    vorgabe: { arten: ['kommune', 'freier_traeger', 'kreis'] },
    zeilen: ['M325'],
  },
  vertragsform: {
    schema: regelSchemata.vertragsform,
    vorgabe: { arten: ['weiterleitungsvertrag'] },
    zeilen: ['M39'],
  },
  baustein_wort: { schema: regelSchemata.baustein_wort, vorgabe: { wort: 'Baustein' }, zeilen: ['M5'] },
  vokabular: {
    schema: regelSchemata.vokabular,
    vorgabe: {
      schreibweise: 'stern',
      klient: 'Klient*in',
      klienten: 'Klient*innen',
      casemanager: 'Case Manager*in',
      koordination: 'KIM Koordination',
      kurzberatung: 'Kurzberatung',
      traeger: 'Träger',
      region: 'Region',
    },
    zeilen: ['M16', 'M17'],
  },
  datenwerkzeug: {
    schema: regelSchemata.datenwerkzeug,
    vorgabe: { art: 'fuehrend', landesdatenbankAb: null },
    zeilen: ['M360', 'M362'],
  },
  berichtszyklus: {
    schema: regelSchemata.berichtszyklus,
    vorgabe: { controlling: 'vierteljaehrlich', gremium: 'halbjaehrlich' },
    zeilen: ['M351'],
  },
  geld: {
    schema: regelSchemata.geld,
    vorgabe: { personalkosten: 'tatsaechlich_bis_hoechstsatz', sachkosten: true, rechnung: 'monatsgenau' },
    zeilen: ['M313', 'M315'],
  },
  vertrag_bescheid: {
    schema: regelSchemata.vertrag_bescheid,
    vorgabe: { massgeblich: 'beide' },
    zeilen: ['M303'],
  },
  werktag: { schema: regelSchemata.werktag, vorgabe: { samstag: true }, zeilen: ['M109'] },
  uebergabe_information: {
    schema: regelSchemata.uebergabe_information,
    vorgabe: { koordination: true },
    zeilen: ['M195'],
  },
};

/** True for a setting that exists. */
export function isRegelSchluessel(text: string): text is RegelSchluessel {
  return Object.hasOwn(regelRegister, text);
}

/** All settings in the order in which a page shows them. */
export const regelSchluessel: readonly RegelSchluessel[] =
  Object.keys(regelRegister).filter(isRegelSchluessel);

/** Reads a stored value; throws when it does not fit the schema of its setting. */
export function parseRegel<K extends RegelSchluessel>(schluessel: K, wert: unknown): RegelWert<K> {
  return regelRegister[schluessel].schema.parse(wert);
}

/** The value that holds as long as the Kreis has set nothing. */
export function regelVorgabe<K extends RegelSchluessel>(schluessel: K): RegelWert<K> {
  return regelRegister[schluessel].vorgabe;
}
