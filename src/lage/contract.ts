import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

const lageEingabe = z.strictObject({
  am: day,
  /** Last day, when it is known. */
  bis: day.nullable(),
  bezeichnung: z.string().trim().min(3).max(300),
});
export const lage = lageEingabe.extend({ id: z.string(), fassung: z.number() });
export type Lage = z.infer<typeof lage>;

const inLage = z.strictObject({ kreisId, lageId: z.uuid() });
const refusals = ['lage-ende-vor-beginn'] as const;

export const lageContract = {
  listLage: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/lage',
    summary: 'Ereignisse von außen, neueste zuerst',
    ability: 'lage.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({ lage: z.array(lage), abilities: z.strictObject({ changeLage: z.boolean() }) }),
  }),
  addLage: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/lage',
    summary: 'Ereignis von außen festhalten',
    ability: 'lage.pflegen',
    reveals: 'stamm',
    refusals,
    params: inKreis,
    body: lageEingabe,
    status: 201,
    out: lage,
  }),
  changeLage: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/lage/{lageId}',
    summary: 'Ereignis von außen berichtigen',
    ability: 'lage.pflegen',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', ...refusals],
    params: inLage,
    body: lageEingabe.extend({ fassung: z.number().int() }),
    out: lage,
  }),
  deleteLage: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/lage/{lageId}',
    summary: 'Ereignis von außen entfernen',
    ability: 'lage.pflegen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inLage,
    status: 204,
  }),
};
