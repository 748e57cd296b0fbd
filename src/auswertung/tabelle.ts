import { z } from 'zod';
import { day, month } from '#src/platform/day.ts';

/** A counted figure; `.` where it is suppressed in a published table. */
const zahl = z.union([z.number(), z.literal('.')]);

export const zweisprachig = z.strictObject({ de: z.string(), en: z.string() });
export type Zweisprachig = z.infer<typeof zweisprachig>;

export const exportFormat = z.enum(['json', 'csv', 'xlsx', 'pdf']);
export type ExportFormat = z.infer<typeof exportFormat>;

export const fallMerkmal = z.enum(['geschlecht', 'herkunftsland', 'leistungsbezug', 'lebensbereich']);
export const kontaktMerkmal = z.enum(['kontaktweg', 'handlungsfeld']);
export const kontaktArt = z.enum(['sonstige', 'beratung']);

/** What counselling time went into: the start asks for more than help that is installed (Konzept Kreis Unna 2.2). */
export const beratungsphase = z.enum(['erstberatung', 'kurzberatung', 'begleitung_beginn', 'begleitung']);

export const beratungszeit = z.strictObject({
  von: month,
  bis: month,
  traeger: z.array(
    z.strictObject({
      traegerId: z.string(),
      name: z.string(),
      phase: z.array(
        z.strictObject({
          phase: beratungsphase,
          /** Null where one colleague alone counselled: it would be the work of one person. */
          zahlen: z
            .strictObject({
              minuten: z.number(),
              kontakte: z.number(),
              /** Contacts whose duration nobody noted; they bring no minutes. */
              ohneDauer: z.number(),
            })
            .nullable(),
        }),
      ),
      /** Minutes before admission in Anfragen that were urgent; null as above. */
      eilig: z.number().nullable(),
    }),
  ),
});
export type Beratungszeit = z.infer<typeof beratungszeit>;

/** What every table prints of itself: what was counted, out of what, by which rule, as known when. */
export const definition = z.strictObject({
  titel: zweisprachig,
  text: zweisprachig,
  /** Kreis or region that is counted, as it is called there. */
  gebiet: z.string(),
  datenbasis: zweisprachig,
  /** The setting of the Kreis that the count used; gueltigAb null when the default of the product applied. */
  regel: z.array(
    z.strictObject({
      schluessel: z.string(),
      stichtage: z.array(day),
      text: zweisprachig,
      gueltigAb: day.nullable(),
    }),
  ),
  stichtage: z.array(day),
  zeitraum: z.strictObject({ von: day, bis: day, bezeichnung: zweisprachig }).nullable(),
  /** Moment as ISO text, or the day at whose end it was known. */
  kenntnisstand: z.string(),
  /** How many of the base have the field at all; percent of the base. */
  vollstaendigkeit: z.strictObject({ angegeben: zahl, basis: zahl, prozent: zahl }).nullable(),
  veroeffentlicht: z.boolean(),
  fussnoten: z.array(z.strictObject({ nr: z.number(), text: zweisprachig })),
  /** Events from outside that fall into the series; they explain, the figures do not depend on them. */
  lage: z.array(z.strictObject({ am: day, bis: day.nullable(), bezeichnung: z.string() })),
});
export type Definition = z.infer<typeof definition>;

const traegerSpalte = z.strictObject({ id: z.string(), name: z.string() });
const jeTraeger = z.record(z.string(), zahl);
/** liste: the lists behind the figures may be opened. auswahl: figures of several Träger are seen, so one can be chosen. */
const abilities = z.strictObject({ liste: z.boolean(), auswahl: z.boolean() });

export const fallzahlen = z.strictObject({
  traeger: z.array(traegerSpalte),
  fallzahlen: z.array(
    z.strictObject({
      stichtag: day,
      gesamt: zahl,
      /** Persons belonging to the cases; null when no case says how many. */
      personen: zahl.nullable(),
      traeger: jeTraeger,
      aktiv: zahl,
      inaktiv: zahl,
      ruhend: zahl,
      abgeschlossen: zahl,
    }),
  ),
  uebergaben: z.array(
    z.strictObject({
      monat: month,
      von: z.string(),
      an: z.string(),
      anzahl: zahl,
      /** Number of the footnote, and the column heads and key date at which it stands. */
      fussnote: z.number(),
      stichtag: day,
    }),
  ),
  definition,
  abilities,
});
export type Fallzahlen = z.infer<typeof fallzahlen>;

export const kontakte = z.strictObject({
  art: kontaktArt,
  traeger: z.array(traegerSpalte),
  kontakte: z.array(z.strictObject({ monat: month, gesamt: zahl, traeger: jeTraeger })),
  summe: z.strictObject({ gesamt: zahl, traeger: jeTraeger }),
  definition,
  abilities,
});
export type Kontakte = z.infer<typeof kontakte>;

const wertZeile = z.strictObject({
  code: z.string(),
  wert: z.string(),
  wertEn: z.string(),
  anzahl: zahl,
  rang: zahl,
  /** Null when the base is too small for percentages. */
  prozent: zahl.nullable(),
});
const werte = {
  basis: zahl,
  werte: z.array(wertZeile),
  ohneAngabe: zahl,
  ohneAngabeProzent: zahl.nullable(),
  /** Cases (with several answers: mentions) of values that are not printed; not the value "sonstiges". */
  uebrige: zahl,
  uebrigeProzent: zahl.nullable(),
  /** Several answers per case or contact: the sum exceeds the base, percentages are of the base. */
  mehrfach: z.boolean(),
};

export const merkmalTabelle = z.strictObject({
  stichtag: day,
  merkmal: fallMerkmal,
  ...werte,
  definition,
  abilities,
});
export type MerkmalTabelle = z.infer<typeof merkmalTabelle>;

export const kontaktmerkmalTabelle = z.strictObject({
  von: day,
  bis: day,
  merkmal: kontaktMerkmal,
  ...werte,
  definition,
  abilities,
});
export type KontaktmerkmalTabelle = z.infer<typeof kontaktmerkmalTabelle>;

export const baustein3 = z.strictObject({
  jahre: z.array(z.number()),
  reihen: z.array(
    z.strictObject({
      reihe: z.enum(['aufenthalt_25a_25b', 'einbuergerung']),
      behoerde: z.string(),
      quelle: z.string(),
      /** One per year; null where the authority reported nothing. */
      werte: z.array(zahl.nullable()),
    }),
  ),
  definition,
});
export type Baustein3 = z.infer<typeof baustein3>;

export const stellen = z.strictObject({
  stichtag: day,
  stellen: z.array(
    z.strictObject({
      baustein: z.number(),
      ebene: z.enum(['vertrag', 'bescheid', 'besetzung']),
      bezeichnung: z.string(),
      anstellung: z.string().nullable(),
      gebiet: z.string().nullable(),
      /** Full-time equivalents in hundredths. */
      vzaeHundertstel: z.number(),
      gueltigAb: day,
      gueltigBis: day.nullable(),
    }),
  ),
  summe: z.array(
    z.strictObject({
      baustein: z.number(),
      ebene: z.enum(['vertrag', 'bescheid', 'besetzung']),
      vzaeHundertstel: z.number(),
    }),
  ),
  definition,
});
export type Stellen = z.infer<typeof stellen>;
