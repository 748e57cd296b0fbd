import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

export const abwesenheitArt = z.enum(['urlaub', 'krankheit', 'fortbildung', 'sonstiges']);

export const abwesenheitZeile = z.strictObject({
  id: z.string(),
  kontoId: z.string(),
  name: z.string().nullable(),
  traegerId: z.string(),
  von: day,
  /** Last day. */
  bis: day,
  /** Only of one's own absences. */
  art: abwesenheitArt.nullable(),
  eigene: z.boolean(),
  vertretung: z
    .strictObject({
      id: z.string(),
      kontoId: z.string(),
      name: z.string().nullable(),
      von: day,
      /** Last day. */
      bis: day,
    })
    .nullable(),
  /** Away so long that a first appointment could not be kept, and nobody stands in (Konzept 4.1). */
  ohneVertretung: z.boolean(),
});
export type AbwesenheitZeile = z.infer<typeof abwesenheitZeile>;

const inAbwesenheit = z.strictObject({ kreisId, abwesenheitId: z.uuid() });
const vertretungRefusals = ['vertretung-selbst', 'vertretung-fremd', 'vertretung-abwesend'] as const;

/** Who is away and who stands in, with limited and dated access (Konzept Kreis Unna 4.1). */
export const vertretungContract = {
  listAbwesenheit: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/abwesenheit',
    summary: 'Wer ist wann fort, und wer vertritt; die Art nur bei eigenen',
    ability: 'abwesenheit.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    query: z.strictObject({ von: day.optional(), bis: day.optional() }),
    out: z.strictObject({
      abwesenheit: z.array(abwesenheitZeile),
      /** Open Anfragen that the account itself looks after. */
      eigeneAnfragen: z.number(),
    }),
  }),
  recordAbwesenheit: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/abwesenheit',
    summary: 'Eigene Abwesenheit eintragen, mit Vertretung',
    ability: 'abwesenheit.pflegen',
    reveals: 'nichts',
    refusals: [
      'traeger-fremd',
      'ende-vor-beginn',
      'abwesenheit-zu-lang',
      'abwesenheit-vorbei',
      'abwesenheit-ueberlappt',
      ...vertretungRefusals,
    ],
    params: inKreis,
    body: z.strictObject({
      traegerId: z.uuid(),
      von: day,
      bis: day,
      art: abwesenheitArt,
      vertretungKontoId: z.uuid().nullable(),
    }),
    out: z.strictObject({ abwesenheitId: z.string(), ohneVertretung: z.boolean() }),
    status: 201,
  }),
  nameVertretung: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/abwesenheit/{abwesenheitId}/vertretung',
    summary: 'Vertretung benennen, wechseln oder sofort beenden',
    ability: 'abwesenheit.pflegen',
    reveals: 'nichts',
    refusals: ['nicht-gefunden', 'abwesenheit-vorbei', ...vertretungRefusals],
    params: inAbwesenheit,
    body: z.strictObject({ kontoId: z.uuid().nullable() }),
    status: 204,
  }),
  listVertretung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/vertretung',
    summary: 'Wen das Konto heute vertritt und bis wann',
    ability: 'abwesenheit.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.array(
      z.strictObject({
        kontoId: z.string(),
        name: z.string().nullable(),
        traegerId: z.string(),
        von: day,
        /** Last day. */
        bis: day,
      }),
    ),
  }),
  endAbwesenheit: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/abwesenheit/{abwesenheitId}/ende',
    summary: 'Wieder da: Abwesenheit absagen oder heute beenden, die Vertretung endet sofort',
    ability: 'abwesenheit.pflegen',
    reveals: 'nichts',
    refusals: ['nicht-gefunden'],
    params: inAbwesenheit,
    status: 204,
  }),
};
