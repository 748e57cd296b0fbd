import { z } from 'zod';
import { tiefe } from '#src/anfrage/anfrage.ts';
import { dolmetschen } from '#src/beratungskontakt/kontakt.ts';
import { day, month } from '#src/platform/day.ts';

const code = z.string().max(60);
const text = z.string().max(5_000);

/** ISO 639-3. */
const sprache = z.string().regex(/^[a-z]{3}$/);

/** How a Lebensbereich is rated; "offen" was not asked. */
export const bewertung = z.enum(['kein', 'bedarf', 'schwer', 'offen']);
export type Bewertung = z.infer<typeof bewertung>;

/** Who already helps in an area; names of helpers are never asked. */
export const helfer = z.enum([
  'keine',
  'angehoerige',
  'ehrenamt',
  'beratungsstelle',
  'behoerde',
  'anderes_cm',
]);
export type Helfer = z.infer<typeof helfer>;

/** Why one severe area is enough, as a code where nothing may be written of the person. */
export const schwereCode = z.enum([
  'kindeswohl',
  'wohnungsverlust',
  'gesundheit',
  'gewalt',
  'mittellos',
  'frist',
]);

/** Why the decision differs from the proposal, as a code. */
export const abweichungCode = z.enum([
  'wunsch',
  'bereits_versorgt',
  'andere_stelle',
  'auslastung',
  'fachliche_einschaetzung',
]);

/** Common European framework, and what comes before it. */
export const deutschniveau = z.enum(['keine', 'alphabetisierung', 'a1', 'a2', 'b1', 'b2', 'c1', 'c2']);

/** What typically makes a case complex (Vorlage Rheine, Baustein 2). */
export const hinweis = z.enum(['mietschulden', 'schule_erziehung', 'gesundheit', 'kennt_hilfe_nicht']);

/** What may be kept without consent: ratings, helpers and the language as codes. */
export const einschaetzung = z.strictObject({
  bereich: z.array(z.strictObject({ code, bewertung, helfer: z.array(helfer).max(6) })).max(30),
  /** Institutions involved, when asked; else as many kinds as the helpers name. */
  institutionen: z.number().int().min(0).max(20).nullable(),
  sprache: sprache.nullable(),
  schwereCode: schwereCode.nullable(),
});
export type Einschaetzung = z.infer<typeof einschaetzung>;

const aufenthaltAngabe = z.strictObject({
  titel: z.string().max(40),
  laeuftAbAm: day.nullable(),
  verlaengerung: z.boolean(),
  /** Code of the list aufenthaltsgruppe; null: as the title tells. */
  gruppe: code.nullable(),
});

/** What is asked once a consent is signed; sealed as a whole. */
export const angaben = z.strictObject({
  anliegen: text,
  wunsch: text,
  haushalt: z
    .strictObject({ personen: z.number().int().min(1).max(30), kinder: z.number().int().min(0).max(29) })
    .nullable(),
  aufenthalt: aufenthaltAngabe.nullable(),
  einreise: month.nullable(),
  /** Null: ohne Angabe. */
  leistungsbezug: code.nullable(),
  rechtskreis: z.array(code).max(12),
  sprachen: z.array(sprache).max(10),
  deutsch: deutschniveau.nullable(),
  dolmetschbedarf: z.boolean(),
  hinweis: z.array(hinweis).max(10),
  /** Potentials for integration (Konzept Kreis Unna 2.3). */
  potential: z.strictObject({ sprachlich: text, sozial: text, wirtschaftlich: text }),
  /** Aachener Modell 0, 1, 2 (Konzept Kreis Unna 6); null: not assessed. */
  gefaehrdung: z.literal([0, 1, 2]).nullable(),
  schwereGrund: text,
  abweichung: text,
});
export type Angaben = z.infer<typeof angaben>;

/** The sheet as it lies under the seal of the person. */
export const bogen = z.strictObject({
  einschaetzung,
  abweichungCode: abweichungCode.nullable(),
  /** Null while only the ratings of the talk before the consent are known. */
  angaben: angaben.nullable(),
});
export type Bogen = z.infer<typeof bogen>;

export const bogenEingabe = z.strictObject({
  /** 0 for a first sheet. */
  fassung: z.number().int(),
  am: day,
  dauerMinuten: z.number().int().min(1).max(600).nullable(),
  dolmetschen,
  /** The need could be settled in the talk; else a follow-up within six weeks is proposed and watched. */
  geklaert: z.boolean(),
  einschaetzung,
  /** Null without consent. */
  angaben: angaben.nullable(),
  entscheidung: tiefe.nullable(),
  abweichungCode: abweichungCode.nullable(),
});
export type BogenEingabe = z.infer<typeof bogenEingabe>;

export const vorschlagGrund = z.enum([
  'schwelle',
  'schwere_ausnahme',
  'wenige_bedarfe',
  'institutionen_fehlen',
  'zwischen',
  'negativliste',
  'kein_bedarf',
]);

/** An Erstberatung as it was recorded. */
export const erstberatung = bogenEingabe.omit({ geklaert: true }).extend({
  id: z.string(),
  vorschlag: tiefe,
  vorschlagGrund,
  folgeterminBis: day.nullable(),
  vonName: z.string().nullable(),
});
export type Erstberatung = z.infer<typeof erstberatung>;
