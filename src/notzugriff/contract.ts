import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';

/** "leben-in-gefahr" alone opens a person under special protection. */
export const notzugriffGrund = z.enum(['leben-in-gefahr', 'kindeswohl', 'gericht', 'ausfall', 'sonstiges']);

const nummer = z.string().trim().min(1).max(40);

const zeile = z.strictObject({
  id: z.string(),
  /** Only for whoever opened it, so that the file can be found again. */
  fallId: z.string().nullable(),
  nummer: z.string().nullable(),
  traegerId: z.string(),
  grund: notzugriffGrund,
  begruendung: z.string(),
  vonName: z.string().nullable(),
  ab: z.string(),
  bis: z.string(),
  laeuft: z.boolean(),
  eigener: z.boolean(),
});
export type NotzugriffZeile = z.infer<typeof zeile>;

const path = '/kreis/{kreisId}/notzugriff';

/** Break-glass for the officer of a Träger: a reason, three hours, read-only, and the owner knows at once. */
export const notzugriffContract = {
  listNotzugriff: endpoint({
    method: 'GET',
    path,
    summary: 'Notzugriffe: die eigenen, für den Datenschutz alle seines Bereichs ohne den Fall',
    ability: 'notzugriff.lesen',
    reveals: 'fall',
    refusals: [],
    params: inKreis,
    out: z.array(zeile),
  }),
  startNotzugriff: endpoint({
    method: 'POST',
    path,
    summary: 'Eine Fallakte des eigenen Trägers im Notfall für drei Stunden öffnen',
    ability: 'notzugriff.oeffnen',
    reveals: 'fall',
    bestaetigt: true,
    refusals: ['notzugriff-nicht-moeglich', 'notzugriff-laeuft', 'bestaetigung-noetig'],
    params: inKreis,
    body: z.strictObject({
      nummer,
      grund: notzugriffGrund,
      begruendung: z.string().trim().min(20).max(2000),
    }),
    out: z.strictObject({ fallId: z.string(), bis: z.string() }),
    status: 201,
  }),
  endNotzugriff: endpoint({
    method: 'POST',
    path: `${path}/{notzugriffId}/ende`,
    summary: 'Notzugriff vor der Zeit beenden',
    ability: 'notzugriff.oeffnen',
    reveals: 'nichts',
    refusals: ['nicht-gefunden'],
    params: z.strictObject({ kreisId, notzugriffId: z.uuid() }),
    status: 204,
  }),
  assignGeschuetzt: endpoint({
    method: 'POST',
    path: `${path}/zuweisung`,
    summary: 'Eine besonders geschützte Person, deren Fachkraft ausfällt, einer anderen Fachkraft geben',
    ability: 'notzugriff.oeffnen',
    reveals: 'nichts',
    bestaetigt: true,
    refusals: ['notzugriff-nicht-moeglich', 'bestaetigung-noetig'],
    params: inKreis,
    body: z.strictObject({ nummer, kontoId: z.uuid() }),
    status: 204,
  }),
};
