import { z } from 'zod';
import { day } from '#src/platform/day.ts';

/**
 * Who reads a note. `traeger`: whoever works on the case in the Träger it was written for. `fall`: whoever works on the
 * case, also after a hand-over. `ich`: only the author, not even a substitute.
 */
export const notizEbene = z.enum(['traeger', 'fall', 'ich']);
export type NotizEbene = z.infer<typeof notizEbene>;

/** A place of the case file in which searched words stand; from `von` to `bis` of the excerpt. */
export const treffer = z.strictObject({
  id: z.string(),
  art: z.enum([
    'notiz',
    'nachtrag',
    'nachtrag_kontakt',
    'kontakt',
    'bemerkung',
    'aufgabe',
    'ziel',
    'schritt',
    'gespraech',
    'bereich',
    'dokument',
    'vermittlung',
    'haushalt',
    'akteur',
  ]),
  am: day.nullable(),
  auszug: z.string(),
  von: z.number().int(),
  bis: z.number().int(),
});
export type Treffer = z.infer<typeof treffer>;

/** What was added later; the text above it stays as it was. */
export const nachtragZeile = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** Moment. */
  am: z.string(),
  vonName: z.string().nullable(),
});
export type NachtragZeile = z.infer<typeof nachtragZeile>;

export const notizZeile = z.strictObject({
  id: z.string(),
  fassung: z.number().int(),
  ebene: notizEbene,
  text: z.string(),
  /** Moment. */
  am: z.string(),
  vonName: z.string().nullable(),
  /** Moment of the last change; null where the first wording stands. */
  geaendertAm: z.string().nullable(),
  /** Moment until which the account may still change it; null where only an amendment is left. */
  aenderbarBis: z.string().nullable(),
  /** Oldest first. */
  nachtrag: z.array(nachtragZeile),
});
export type NotizZeile = z.infer<typeof notizZeile>;
