import { z } from 'zod';
import { day } from '#src/platform/day.ts';

/** Kinds of partner in the social space, "vom Wohn- und Arbeitsmarkt … bis hin zum Vereinswesen" (Konzept Kreis Unna 1). */
export const angebotArt = z.enum([
  'wohnen',
  'arbeit',
  'gesundheit',
  'beratung',
  'amt',
  'bildung',
  'sprachkurs',
  'kinderbetreuung',
  'ehrenamt',
  'verein',
  'arbeitgeberservice',
  'sonstige',
]);
export type AngebotArt = z.infer<typeof angebotArt>;

/** Where counselling comes from; the overview of approaches is asked for by the Land. */
export const beratungsansatz = z.enum([
  'sgb_ii',
  'sgb_iii',
  'sgb_viii',
  'sgb_xii',
  'mbe',
  'jmd',
  'fluechtlingsberatung',
  'kommunal',
  'fachberatung',
  'sonstige',
]);
export type Beratungsansatz = z.infer<typeof beratungsansatz>;

export const zielgruppe = z.enum([
  'kinder',
  'jugendliche',
  'junge_erwachsene',
  'erwachsene',
  'senioren',
  'frauen',
  'maenner',
  'familien',
  'alleinerziehende',
  'lsbtiq',
  'behinderung',
  'gefluechtete',
  'eu_zugewanderte',
  'fachkraefte',
  'arbeitgeber',
]);
export type Zielgruppe = z.infer<typeof zielgruppe>;

/** Reach of an offer (Konzept Kreis Unna 4.2). */
export const ebene = z.enum(['kommunal', 'teilregional', 'kreisweit']);

export const barriere = z.enum([
  'stufenlos',
  'aufzug',
  'wc',
  'parkplatz',
  'haltestelle',
  'kinderwagen',
  'hoeranlage',
  'gebaerdensprache',
  'leichte_sprache',
]);

export const kosten = z.enum(['frei', 'gering', 'kostenpflichtig']);

const code = z.string().max(60);
const adresse = z.union([
  z.literal(''),
  z.url({ protocol: /^https?$/, error: 'web-ungueltig' }).max(500, { error: 'web-ungueltig' }),
]);
const anzahl = z.number().int().min(0).max(100_000).nullable().default(null);

/** What may be said of an offer, by hand or out of a file. */
export const angebotEingabe = z.strictObject({
  /** Partner office that offers it. */
  stelleId: z.uuid(),
  name: z.string().trim().min(2).max(200),
  beschreibung: z.string().trim().max(2000).default(''),
  art: angebotArt,
  /** Null: no counselling. */
  beratungsansatz: beratungsansatz.nullable().default(null),
  /** The office leads cases of its own; people are only referred there. */
  eigenesFallmanagement: z.boolean().default(false),
  ebene,
  /** Where it takes place; needed where it is for one Kommune. */
  kommuneId: z.string().max(8).nullable().default(null),
  /** For whom a sub-regional offer is there. */
  kommuneIds: z.array(z.string().max(8)).max(200).default([]),
  lebensbereich: z.array(code).max(40).default([]),
  /** Empty: bound to no legal sphere. */
  rechtskreis: z.array(code).max(40).default([]),
  /** Empty: for everybody. */
  zielgruppe: z.array(zielgruppe).max(40).default([]),
  /** ISO 639-3. */
  sprache: z
    .array(z.string().regex(/^[a-z]{3}$/, { error: 'sprache-ungueltig' }))
    .max(60)
    .default([]),
  plaetzeGesamt: anzahl,
  /** Null: not known. */
  plaetzeFrei: anzahl,
  /** Day on which the free places were told; today where it is left out. */
  plaetzeAm: day.nullable().default(null),
  kosten: kosten.default('frei'),
  kostenText: z.string().trim().max(300).default(''),
  oeffnung: z.string().trim().max(500).default(''),
  anschrift: z.string().trim().max(300).default(''),
  /** Degrees (WGS 84); both or none. */
  laenge: z.number().min(-180).max(180).nullable().default(null),
  breite: z.number().min(-90).max(90).nullable().default(null),
  /** Professional contact, never a client. */
  ansprechpartner: z.string().trim().max(200).default(''),
  telefon: z.string().trim().max(60).default(''),
  email: z.union([z.literal(''), z.email({ error: 'email-ungueltig' }).max(200)]).default(''),
  web: adresse.default(''),
  barriere: z.array(barriere).max(20).default([]),
  /** Specialised map from which it was taken; empty: found by ourselves. */
  quelle: z.string().trim().max(200).default(''),
  quelleWeb: adresse.default(''),
  /** Key of the entry in its source, to find it again. */
  quelleKennung: z.string().trim().max(200).default(''),
});
export type AngebotEingabe = z.infer<typeof angebotEingabe>;

/** One line of the directory. */
export const angebotZeile = z.strictObject({
  id: z.string(),
  name: z.string(),
  stelleId: z.string(),
  stelle: z.string(),
  art: angebotArt,
  ebene,
  kommuneId: z.string().nullable(),
  kommuneIds: z.array(z.string()),
  lebensbereich: z.array(z.string()),
  rechtskreis: z.array(z.string()),
  zielgruppe: z.array(zielgruppe),
  sprache: z.array(z.string()),
  plaetzeGesamt: z.number().nullable(),
  plaetzeFrei: z.number().nullable(),
  plaetzeAm: day.nullable(),
  kosten,
  telefon: z.string(),
  /** Null: never confirmed. */
  bestaetigtAm: day.nullable(),
  /** First day on which it no longer exists. */
  gueltigBis: day.nullable(),
  fassung: z.number(),
});
export type AngebotZeile = z.infer<typeof angebotZeile>;

/** Everything that is known of an offer. */
export const angebot = angebotEingabe.extend({
  id: z.string(),
  stelle: z.string(),
  bestaetigtAm: day.nullable(),
  gueltigAb: day,
  gueltigBis: day.nullable(),
  fassung: z.number(),
});
export type Angebot = z.infer<typeof angebot>;
