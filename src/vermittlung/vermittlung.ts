import { z } from 'zod';
import { entbindungInhalt } from '#src/entbindung/contract.ts';
import { day } from '#src/platform/day.ts';

/** Contact made and appointment fixed, or information handed to the person (Konzept Kreis Unna 2.3). */
export const vermittlungArt = z.enum(['vermittlung', 'verweis']);
export type VermittlungArt = z.infer<typeof vermittlungArt>;

export const vermittlungStand = z.enum([
  'vorbereitet',
  'gesendet',
  'angenommen',
  'warteliste',
  'abgelehnt',
  'begonnen',
  'beendet',
  'zurueckgezogen',
]);
export type VermittlungStand = z.infer<typeof vermittlungStand>;

/** Ways on which content leaves; our mailer is none of them. */
export const kanal = z.enum(['papier', 'mailtext', 'partnerkonto']);
export type Kanal = z.infer<typeof kanal>;

/** Why an office declines. */
export const absageGrund = z.enum([
  'kein_platz',
  'nicht_zustaendig',
  'voraussetzung_fehlt',
  'sprache',
  'kosten',
  'weg',
  'nicht_erschienen',
  'klient_moechte_nicht',
  'sonstiges',
]);
export const vermittlungGrund = z.enum([...absageGrund.options, 'widerruf']);
export type VermittlungGrund = z.infer<typeof vermittlungGrund>;

export const ergebnis = z.enum(['erreicht', 'teilweise', 'nicht']);
export type Ergebnis = z.infer<typeof ergebnis>;

export const uhrzeit = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'uhrzeit-ungueltig' });

/** What is known by the kind of content it belongs to. */
export const feld = z.enum([
  'name',
  'geburtsdatum',
  'wohnort',
  'sprachen',
  'aufenthaltstitel',
  'titel_gueltig_bis',
  'leistungsbezug',
  'rechtskreis',
  'deutsch',
  'haushalt',
  'ziel',
]);
export type Feld = z.infer<typeof feld>;

/** One line of what leaves: which kind of content, its German label, and what it says. */
export const angabeZeile = z.strictObject({
  /** Names the line among the others, to leave it out. */
  schluessel: z.string(),
  inhalt: entbindungInhalt,
  feld,
  name: z.string(),
  wert: z.string(),
});
export type AngabeZeile = z.infer<typeof angabeZeile>;

/** Exactly what leaves, in German; paper, mail text and partner account show the same. */
export const schreiben = z.strictObject({
  stelle: z.string(),
  angebot: z.string(),
  traeger: z.string(),
  casemanager: z.string(),
  telefon: z.string(),
  email: z.string(),
  am: day,
  lebensbereich: z.string(),
  terminAm: day.nullable(),
  terminUm: z.string().nullable(),
  rueckmeldungBis: day.nullable(),
  entbindungBis: day,
  angabe: z.array(angabeZeile),
});
export type Schreiben = z.infer<typeof schreiben>;

/** Change of state as whoever makes it types it. */
export const antwortEingabe = z.strictObject({
  fassung: z.number().int(),
  stand: vermittlungStand.exclude(['vorbereitet', 'gesendet']),
  am: day,
  grund: absageGrund.nullable(),
  ergebnis: ergebnis.nullable(),
  /** Sealed. */
  worte: z.string().trim().max(2_000),
});
export type AntwortEingabe = z.infer<typeof antwortEingabe>;
