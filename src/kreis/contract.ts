import { z } from 'zod';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

/** Slug of a Kreis as it stands in every address and key. */
export const kreisId = z.string().regex(/^[a-z0-9_]{2,40}$/);
export const inKreis = z.strictObject({ kreisId });

const benannt = z.strictObject({ id: z.string(), name: z.string() });

export const codeWert = z.strictObject({
  code: z.string(),
  bezeichnung: z.string(),
  bezeichnungEn: z.string(),
  gemeinsam: z.string(),
  aktuell: z.boolean(),
});
export type CodeWert = z.infer<typeof codeWert>;

/** Lists that a plan of a Kreis names, and whose values an old workbook may carry. */
export const planListe = z.enum([
  'geschlecht',
  'herkunftsland',
  'leistungsbezug',
  'lebensbereich',
  'zugang',
  'ergebnis',
  'abschlussgrund',
  'ruhegrund',
]);
const listenName = z.enum([
  ...planListe.options,
  'unterweg',
  'wohnform',
  'rechtskreis',
  'aufenthaltsgruppe',
  'kein_fall',
]);

/** Everything a page needs to know of a Kreis: places, Träger, code lists, words. One read, cached by the browser page. */
export const kreisStamm = z.strictObject({
  id: kreisId,
  name: z.string(),
  kommune: z.array(benannt.extend({ ortsteil: z.array(benannt) })),
  region: z.array(
    z.strictObject({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      kommuneIds: z.array(z.string()),
      /** The account may count it. */
      zaehlbar: z.boolean(),
    }),
  ),
  traeger: z.array(
    z.strictObject({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      rechtsname: z.string(),
      art: z.string(),
    }),
  ),
  standort: z.array(
    benannt.extend({ traegerId: z.string(), kommuneId: z.string().nullable(), art: z.string() }),
  ),
  casemanager: z.array(z.strictObject({ id: z.string(), name: z.string(), traegerId: z.string() })),
  codeliste: z.record(listenName, z.array(codeWert)),
  /** Words of the Kreis: Lenkungskreis or Lenkungsgruppe, Baustein or Modul … */
  vokabular: z.record(z.string(), z.string()),
});
export type KreisStamm = z.infer<typeof kreisStamm>;

export const zustaendigkeit = z.strictObject({
  am: day,
  ortsteil: benannt.nullable(),
  /** Those who may take the case: for the whole Kommune, for the Ortsteil, or one of them while the Ortsteil is not known. */
  traeger: z.array(benannt.extend({ grund: z.enum(['kommune', 'ortsteil', 'strasse', 'ortsteil_offen']) })),
  abh: benannt.nullable(),
  ebh: benannt.nullable(),
  /** True where the EBH is part of the ABH (Rheine). */
  ebhTeilDerAbh: z.boolean(),
});
export type Zustaendigkeit = z.infer<typeof zustaendigkeit>;

export const kreisContract = {
  getKreis: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}',
    summary: 'Stammdaten eines Kreises',
    ability: 'kreis.lesen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inKreis,
    out: kreisStamm,
  }),
  getZustaendigkeit: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/zustaendigkeit',
    summary: 'Wer ist an einem Ort und Tag zuständig',
    ability: 'kreis.lesen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inKreis,
    query: z.strictObject({
      kommune: z.string(),
      ortsteil: z.string().optional(),
      strasse: z.string().max(120).optional(),
      am: day.optional(),
    }),
    out: zustaendigkeit,
  }),
};
