import { z } from 'zod';
import { day } from '#src/platform/day.ts';

/** Merkmale of a case as a form sends them. */
export const merkmalEingabe = z.strictObject({
  geschlecht: z.string().max(60).nullable(),
  herkunftsland: z.string().max(60).nullable(),
  leistungsbezug: z.string().max(60).nullable(),
  lebensbereich: z.array(z.string().max(60)).max(30),
});

/** An admission with a consent on paper. */
export const fallAufnahme = z.strictObject({
  familienname: z.string().trim().min(1).max(200),
  vorname: z.string().trim().max(200),
  geburtsdatum: day.nullable(),
  einwilligung: z.strictObject({
    erteiltAm: day,
    textfassung: z.string().max(60),
    sprache: z.string().max(10),
  }),
  aufgenommenAm: day,
  traegerId: z.uuid(),
  kommuneId: z.string().max(8).nullable(),
  ortsteilId: z.uuid().nullable(),
  zugang: z.string().max(60).nullable(),
  merkmal: merkmalEingabe,
  /** Null where the Kreis has no focus group, or nobody asked. */
  fokusgruppe: z.boolean().nullable().default(null),
  bemerkung: z.string().max(20_000),
});
