import { z } from 'zod';
import { endpoint } from '#src/platform/contract.ts';

const entwurfOrt = z.strictObject({
  formular: z.string().regex(/^[a-z-]{2,60}$/),
  bezug: z.string().max(80),
});

/** Drafts of forms: saved while typing, offered again after a time-out, crash or lost network. */
export const entwurfContract = {
  getEntwurf: endpoint({
    method: 'GET',
    path: '/entwurf/{formular}/{bezug}',
    summary: 'Entwurf holen',
    ability: 'entwurf.sichern',
    reveals: 'nichts',
    refusals: [],
    params: entwurfOrt,
    out: z.strictObject({
      werte: z.record(z.string(), z.unknown()).nullable(),
      geaendertAm: z.string().nullable(),
    }),
  }),
  saveEntwurf: endpoint({
    method: 'PUT',
    path: '/entwurf/{formular}/{bezug}',
    summary: 'Entwurf sichern',
    ability: 'entwurf.sichern',
    reveals: 'nichts',
    refusals: [],
    params: entwurfOrt,
    body: z.strictObject({ werte: z.record(z.string(), z.unknown()) }),
    status: 204,
  }),
  deleteEntwurf: endpoint({
    method: 'DELETE',
    path: '/entwurf/{formular}/{bezug}',
    summary: 'Entwurf verwerfen',
    ability: 'entwurf.sichern',
    reveals: 'nichts',
    refusals: [],
    params: entwurfOrt,
    status: 204,
  }),
};
