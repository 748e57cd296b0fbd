import { z } from 'zod';
import { inKreis } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';

export const nachrichtZeile = z.strictObject({
  id: z.string(),
  /** Key of the text. */
  art: z.string(),
  gegenstand: z.string().nullable(),
  gegenstandId: z.string().nullable(),
  /** Numbers, days and codes that the text names. */
  daten: z.record(z.string(), z.unknown()),
  am: z.string(),
  gelesen: z.boolean(),
});
export type NachrichtZeile = z.infer<typeof nachrichtZeile>;

/** The inbox: the truth of what an account was told; a mail only points here. */
export const nachrichtContract = {
  listNachricht: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/nachricht',
    summary: 'Eigene Nachrichten, neueste zuerst',
    ability: 'nachricht.lesen',
    reveals: 'fall',
    refusals: [],
    params: inKreis,
    out: z.strictObject({ ungelesen: z.number(), nachricht: z.array(nachrichtZeile) }),
  }),
  readNachricht: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/nachricht/gelesen',
    summary: 'Nachrichten als gelesen kennzeichnen',
    ability: 'nachricht.lesen',
    reveals: 'nichts',
    refusals: [],
    params: inKreis,
    body: z.strictObject({ id: z.array(z.uuid()).min(1).max(100) }),
    status: 204,
  }),
};
