import { z } from 'zod';
import { nachtragZeile } from '#src/notiz/notiz.ts';
import { day } from '#src/platform/day.ts';

export const kontaktFormat = z.enum(['persoenlich', 'telefon', 'video', 'schriftlich', 'begleitung']);
export const kontaktOrt = z.enum(['buero', 'extern', 'privathaushalt', 'kein']);
export const dolmetschen = z.enum(['kein', 'ehrenamtlich', 'professionell', 'angehoerige']);

export const kontaktEingabe = z.strictObject({
  am: day,
  qualifiziert: z.boolean(),
  format: kontaktFormat,
  ort: kontaktOrt,
  dauerMinuten: z.number().int().min(1).max(600).nullable(),
  sprache: z.string().max(10).nullable(),
  dolmetschen: dolmetschen,
  lebensbereich: z.array(z.string().max(60)).max(30),
  notiz: z.string().max(20_000),
});
export type KontaktEingabe = z.infer<typeof kontaktEingabe>;

/**
 * A correction. For 24 hours the note may be put right; then it stands as it was written, and what is new goes into an
 * amendment that is shown below it.
 */
export const kontaktBerichtigung = kontaktEingabe.extend({
  fassung: z.number().int(),
  nachtrag: z.string().trim().max(20_000).default(''),
});

export const kontaktZeile = kontaktEingabe.extend({
  id: z.string(),
  fassung: z.number().int(),
  traegerId: z.string(),
  vonName: z.string().nullable(),
  /** Null for readers of the pseudonymised case. */
  notiz: z.string().nullable(),
  abilities: z.strictObject({ correct: z.boolean() }),
});
export type KontaktZeile = z.infer<typeof kontaktZeile>;

/** The newest contacts of a case and how many there are in all. */
export const kontaktListe = z.strictObject({ gesamt: z.number(), kontakt: z.array(kontaktZeile) });
export type KontaktListe = z.infer<typeof kontaktListe>;

/** A contact as its list shows it. */
export const kontaktMitNachtrag = kontaktZeile.extend({
  /** The note stands: only amendments are left. */
  notizSteht: z.boolean(),
  /** Oldest first. */
  nachtrag: z.array(nachtragZeile),
});
export type KontaktMitNachtrag = z.infer<typeof kontaktMitNachtrag>;
