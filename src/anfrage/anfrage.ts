import { z } from 'zod';
import { kontaktFormat, kontaktOrt } from '#src/beratungskontakt/kontakt.ts';
import { day } from '#src/platform/day.ts';

export const anfrageStand = z.enum(['offen', 'in_beratung', 'warteliste', 'abgeschlossen']);
export type AnfrageStand = z.infer<typeof anfrageStand>;

export const anfrageAusgang = z.enum([
  'erledigt',
  'verwiesen',
  'weitergeleitet',
  'aufgenommen',
  'nicht_erschienen',
  'zurueckgezogen',
]);

/** Depth of counselling, from passing on information to case management (Konzept Kreis Unna 2.2). */
export const tiefe = z.enum(['information', 'verweis', 'kurzberatung', 'case_management']);
export type Tiefe = z.infer<typeof tiefe>;

/** How a hand-over was agreed (Interessenbekundung Kreis Unna, Baustein 2): beforehand, or in a joint appointment. */
export const absprache = z.enum(['absprache', 'gemeinsamer_termin']);

const code = z.string().max(60);
const codes = z.array(code).max(30);

/** What decides who is responsible. The street is only looked up, never kept. */
export const lageEingabe = z.strictObject({
  kommuneId: z.string().max(8).nullable(),
  ortsteilId: z.uuid().nullable(),
  strasse: z.string().max(120),
  zugang: code.nullable(),
  wohnform: code.nullable(),
  lebensbereich: codes,
  keinFall: codes,
});

/** What may be said before a consent and put right later: there is no field for a name, an origin, an age or a title. */
export const anfrageAngaben = lageEingabe.extend({
  unterweg: code.nullable(),
  stelleId: z.uuid().nullable(),
  dringlich: z.boolean(),
  /** ISO 639-3. */
  sprache: z
    .string()
    .regex(/^[a-z]{3}$/)
    .nullable(),
  dolmetschen: z.boolean(),
});
export type AnfrageAngaben = z.infer<typeof anfrageAngaben>;

/** An Anfrage as it is taken in. */
export const anfrageEingabe = anfrageAngaben.extend({
  eingegangenAm: day,
  traegerId: z.uuid(),
  standortId: z.uuid().nullable(),
  /** The account takes it at once; only for the own Träger. */
  uebernehmen: z.boolean(),
});
export type AnfrageEingabe = z.infer<typeof anfrageEingabe>;

/** Why a Träger is proposed: a rule of the Zusteuerung, or the territory. */
const vorschlagGrund = z.enum(['regel', 'kommune', 'ortsteil', 'strasse', 'ortsteil_offen']);

export const vorschlag = z.strictObject({
  ortsteilId: z.string().nullable(),
  traeger: z.array(
    z.strictObject({
      traegerId: z.string(),
      standortId: z.string().nullable(),
      grund: vorschlagGrund,
      /** Sentence of the rule; null where the territory decides. */
      satz: z.string().nullable(),
    }),
  ),
  /** Office that the rules name instead of case management. */
  stelle: z.strictObject({ stelleId: z.string(), name: z.string(), satz: z.string() }).nullable(),
  frist: day,
  fristEilig: day,
});
export type Vorschlag = z.infer<typeof vorschlag>;

export const anfrageZeile = z.strictObject({
  id: z.string(),
  nummer: z.string(),
  traegerId: z.string(),
  standortId: z.string().nullable(),
  casemanagerId: z.string().nullable(),
  eingegangenAm: day,
  fristAm: day,
  ueberfaellig: z.boolean(),
  dringlich: z.boolean(),
  zugang: z.string().nullable(),
  stelleName: z.string().nullable(),
  kommuneId: z.string().nullable(),
  ortsteilId: z.string().nullable(),
  sprache: z.string().nullable(),
  dolmetschen: z.boolean(),
  lebensbereich: z.array(z.string()),
  stand: anfrageStand,
  ausgang: anfrageAusgang.nullable(),
  abgeschlossenAm: day.nullable(),
  tiefe: tiefe.nullable(),
  kontakte: z.number(),
});
export type AnfrageZeile = z.infer<typeof anfrageZeile>;

const verbunden = z.strictObject({ id: z.string(), nummer: z.string() });

export const anfrageDetail = anfrageZeile.extend({
  fassung: z.number(),
  unterweg: z.string().nullable(),
  stelleId: z.string().nullable(),
  /** Agreed route of the office that steered the person here. */
  stelleWeg: z.string().nullable(),
  wohnform: z.string().nullable(),
  keinFall: z.array(z.string()),
  /** Sentence of a rule, or a key: kommune, ortsteil, strasse, ortsteil_offen, weitergeleitet, rueckstufung, selbst_gewaehlt. */
  zustaendigGrund: z.string(),
  verwiesenAn: z.string().nullable(),
  /** The Anfrage before and those after, as far as they may be seen. */
  vorige: verbunden.nullable(),
  folge: z.array(verbunden),
  /** A consent is signed; the name is not part of this answer. */
  benannt: z.boolean(),
  /** The person may be admitted by this account: consent in force, not in somebody else's hands. */
  personId: z.string().nullable(),
  fall: verbunden.nullable(),
  erstberatungAm: day.nullable(),
  /** Last day for the follow-up while the need is not settled. */
  folgeterminBis: day.nullable(),
  naechsterTermin: z.string().nullable(),
  tiefeVerlauf: z.array(z.strictObject({ tiefe, ab: day, bis: day.nullable() })),
  kontakt: z.array(
    z.strictObject({
      id: z.string(),
      am: day,
      format: kontaktFormat.nullable(),
      ort: kontaktOrt.nullable(),
      dauerMinuten: z.number().nullable(),
      ergebnis: z.string().nullable(),
      lebensbereich: z.array(z.string()),
      /** The first talk with its Screening-Bogen. */
      erstberatung: z.boolean(),
    }),
  ),
  bedarfe: z.number(),
  /** Limits and steps of the Kreis; null where it knows no limit. */
  grenze: z.strictObject({
    kontakte: z.number().nullable(),
    bedarfe: z.number().nullable(),
    stufen: z.array(z.string()),
  }),
  /** What exceeds the Kurzberatung and asks whether to convert; null when nothing asks. */
  umwandlung: z.enum(['kontakte', 'bedarfe']).nullable(),
  weiterAm: day.nullable(),
  /** Offices whose task the points of the negative list are. */
  zustaendigeStelle: z.array(
    z.strictObject({
      keinFall: z.string(),
      stelle: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
  ),
  abilities: z.strictObject({ changeAnfrage: z.boolean() }),
});
export type AnfrageDetail = z.infer<typeof anfrageDetail>;

export const anfrageKontakt = z.strictObject({
  am: day,
  format: kontaktFormat,
  ort: kontaktOrt,
  dauerMinuten: z.number().int().min(1).max(600).nullable(),
  ergebnis: code.nullable(),
  lebensbereich: codes,
});
