import { z } from 'zod';
import { day } from '#src/platform/day.ts';

const text = z.string().trim().min(1).max(120);
const anzahl = z.int().min(1).max(500);
const spanne = z
  .strictObject({ von: anzahl, bis: anzahl })
  .refine((s) => s.von <= s.bis, { error: 'spanne-verkehrt' });

/**
 * What differs between the districts, one schema per setting. These are the parameters in which the concept papers
 * contradict each other, and what counts as a working day; everything else is the same everywhere.
 */
export const regelSchemata = {
  /** When a case counts as aktiv: a qualified contact within so many months (Unna 2.2), or as reported (Rheine). */
  aktiv_regel: z.discriminatedUnion('art', [
    z.strictObject({ art: z.literal('kontakt'), monate: z.int().min(1).max(24) }),
    z.strictObject({ art: z.literal('gemeldet') }),
  ]),
  /** Cases per full-time post; "keiner" is a valid answer (Vorlage 197/23: "bewusst offengelassen"). */
  fallschluessel: z.discriminatedUnion('art', [
    z
      .strictObject({ art: z.literal('spanne'), von: anzahl, bis: anzahl })
      .refine((s) => s.von <= s.bis, { error: 'spanne-verkehrt' }),
    z.strictObject({ art: z.literal('verhaeltnis'), zahl: anzahl }),
    z.strictObject({ art: z.literal('keiner') }),
  ]),
  /** What is counted against the Fallschlüssel; Kurzberatung may have a range of its own. */
  fallschluessel_basis: z.strictObject({
    basis: z.enum(['aktive_faelle', 'teilnehmende', 'alle_beratenen']),
    kurzberatung: spanne.nullable(),
  }),
  komplexer_fall: z.strictObject({
    lebensbereiche: z.int().min(1).max(12),
    mehrereInstitutionen: z.boolean(),
    /** One area is enough when it is grave (Unna 2.2). */
    schwereAusnahme: z.boolean(),
  }),
  /** Reports name the areas of the Kreis's own list or those that all Kreise share. */
  lebensbereich_bericht: z.strictObject({ liste: z.enum(['eigene', 'gemeinsame']) }),
  kurzberatung: z.strictObject({
    kontakte: z.int().min(1).max(20).nullable(),
    bedarfe: z.int().min(1).max(12).nullable(),
    stufen: z.array(text).max(6),
  }),
  zielgruppe: z.discriminatedUnion('art', [
    z.strictObject({ art: z.literal('alle') }),
    z.strictObject({ art: z.literal('neuzugewandert'), jahre: z.int().min(1).max(20) }),
    /** No or insufficient access to the support system (Sachstand Kreis Coesfeld). */
    z.strictObject({ art: z.literal('ohne_zugang') }),
    z.strictObject({
      art: z.literal('fokus'),
      gruppen: z.array(text).min(1).max(10),
      freierAnteilProzent: z.int().min(0).max(100),
    }),
  ]),
  zugang_liste: z.strictObject({ hinweis: z.string().max(300) }),
  re_assessment: z.discriminatedUnion('art', [
    z.strictObject({ art: z.literal('bei_bedarf') }),
    z.strictObject({ art: z.literal('regelmaessig'), monate: z.int().min(1).max(24) }),
  ]),
  plan_name: z.strictObject({ name: text, unterschrift: z.enum(['beide', 'klient', 'keine']) }),
  /** Codes of the list abschlussgrund that are offered; empty: all of them. */
  abschlussgrund: z.strictObject({ codes: z.array(z.string().regex(/^[a-z0-9_]{1,60}$/)).max(30) }),
  /** From when the 18 months of § 104c AufenthG are counted. */
  uhr_104c: z.strictObject({ beginn: z.enum(['erteilung', 'antrag']) }),
  lenkung: z.strictObject({
    gremium: text,
    sitzungenJeJahr: z.int().min(1).max(24).nullable(),
    koordinierungsgruppe: z.boolean(),
    geschaeftsfuehrung: z.enum(['koordination', 'ki_leitung', 'verwaltung']),
  }),
  anstellung: z.strictObject({
    arten: z
      .array(z.enum(['kommune', 'freier_traeger', 'kreis']))
      .min(1)
      .max(3),
  }),
  vertragsform: z.strictObject({
    arten: z
      .array(
        z.enum([
          'weiterleitungsvertrag',
          'vertrag',
          'refinanzierungsvereinbarung',
          'kooperationsvereinbarung',
        ]),
      )
      .min(1)
      .max(4),
  }),
  baustein_wort: z.strictObject({ wort: z.enum(['Baustein', 'Modul']) }),
  vokabular: z.strictObject({
    schreibweise: z.enum(['stern', 'doppelpunkt', 'schraegstrich', 'paarform']),
    klient: text,
    klienten: text,
    casemanager: text,
    koordination: text,
    kurzberatung: text,
    traeger: text,
    region: text,
  }),
  /** Whether Lotse leads, or accompanies the state's KIM-Datenbank. */
  datenwerkzeug: z.strictObject({
    art: z.enum(['fuehrend', 'begleitend', 'aus']),
    landesdatenbankAb: day.nullable(),
  }),
  berichtszyklus: z.strictObject({
    controlling: z.enum(['monatlich', 'vierteljaehrlich', 'halbjaehrlich', 'jaehrlich', 'frei']),
    gremium: z.enum(['vierteljaehrlich', 'halbjaehrlich', 'jaehrlich', 'frei']),
  }),
  /** How the rates (table satz) are applied; the amounts themselves are rows with validity. */
  geld: z.strictObject({
    personalkosten: z.enum(['tatsaechlich_bis_hoechstsatz', 'pauschal']),
    sachkosten: z.boolean(),
    rechnung: z.enum(['monatsgenau', 'tagesgenau']),
  }),
  vertrag_bescheid: z.strictObject({ massgeblich: z.enum(['vertrag', 'bescheid', 'beide']) }),
  /** Which days "three working days" counts (Konzept Kreis Unna 4.1 says Werktage, which in German law include Saturday). */
  werktag: z.strictObject({ samstag: z.boolean() }),
  /** Whether the coordination is told of every Übergabe. */
  uebergabe_information: z.strictObject({ koordination: z.boolean() }),
} as const;

export type RegelSchluessel = keyof typeof regelSchemata;
export type RegelWert<K extends RegelSchluessel> = z.output<(typeof regelSchemata)[K]>;
