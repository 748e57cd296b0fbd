import { z } from 'zod';
import { inKreis } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

/** A file that left: who took it, with which question, and what proves that it was this file. */
export const ausgabe = z.strictObject({
  /** "2026-000123", as the mark in the file says it. */
  nummer: z.string(),
  am: z.string(),
  /** Name of the account; empty when it exists no more. */
  konto: z.string(),
  /** Name of the operation in the contract. */
  vorgang: z.string(),
  /** A named person stands in the file. */
  benannt: z.boolean(),
  vermerkt: z.boolean(),
  /** Codes, days and numbers of the question; null stands for words that are not kept. */
  frage: z.record(z.string(), z.unknown()),
  dateiart: z.string(),
  groesse: z.number(),
  /** SHA-256 of the file, hex. */
  pruefsumme: z.string(),
  adresse: z.string(),
});
export type Ausgabe = z.infer<typeof ausgabe>;

export const ausgabeFilter = z.strictObject({
  von: day.optional(),
  bis: day.optional(),
  /** Only files with a named person. */
  benannt: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  /** Finds the file that lies on a desk, by its mark or the end of it: "2026-000123" or "123". */
  nummer: z
    .string()
    .regex(/^(?:\d{4}-)?\d{1,9}$/, { error: 'ausgabe-nummer-ungueltig' })
    .optional(),
  seite: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** Rows on one page of the list. */
export const AUSGABE_SEITE = 50;

export const ausgabeContract = {
  listAusgabe: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/ausgabe',
    summary: 'Welche Dateien Lotse verlassen haben',
    ability: 'ausgabe.lesen',
    reveals: 'stamm',
    refusals: ['ausgabe-nummer-ungueltig'],
    params: inKreis,
    query: ausgabeFilter,
    out: z.strictObject({ ausgabe: z.array(ausgabe), gesamt: z.number() }),
  }),
};
