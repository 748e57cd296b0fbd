import { z } from 'zod';
import { day } from '#src/platform/day.ts';

/** What narrows the list of cases; an address may hold it, so it has no field for a name. */
export const fallFilter = z.strictObject({
  status: z
    .string()
    .regex(/^(aktiv|ruhend|abgeschlossen|inaktiv)(,(aktiv|ruhend|abgeschlossen|inaktiv))*$/)
    .optional(),
  traeger: z.uuid().optional(),
  /** "ich" or an account id or "offen" (nobody yet). */
  casemanager: z.string().max(40).optional(),
  kommune: z.string().max(8).optional(),
  ortsteil: z.uuid().optional(),
  region: z.string().max(60).optional(),
  merkmal: z.enum(['geschlecht', 'herkunftsland', 'leistungsbezug', 'lebensbereich']).optional(),
  /** Code of the Merkmal; "ohne_angabe" for none. */
  wert: z.string().max(60).optional(),
  /** As of this day instead of today; the list behind a published figure. */
  stichtag: day.optional(),
  /** A day (its end counts) or a moment; without it as known now. */
  kenntnisstand: z.union([day, z.iso.datetime({ offset: true })]).optional(),
  sortierung: z.enum(['name', 'nummer', 'aufnahme', 'kontakt', 'status']).default('kontakt'),
  ab: z.coerce.number().int().min(0).max(1_000_000).default(0),
  anzahl: z.coerce.number().int().min(1).max(500).default(100),
});

/** The filter with words that may be a name; only ever sent in a body. */
export const fallSuche = fallFilter.extend({
  /** Words of a name or a Fall-Nr.; tolerant of transliteration and order. */
  suche: z.string().trim().max(120).optional(),
});

/** Only names of the filter: words that may be a name are never kept. */
export const ansichtFilter = z
  .record(z.string(), z.string().max(200))
  .refine((filter) => Object.keys(filter).every((name) => name in fallFilter.shape), {
    error: 'ansicht-filter-unbekannt',
  });

export const ansicht = z.strictObject({
  id: z.string(),
  name: z.string(),
  filter: z.record(z.string(), z.string()),
});
