import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

const vereinbarungEingabe = z.strictObject({
  /** Partner office with which it is made. */
  stelleId: z.uuid(),
  /** Null: in the whole Kreis. */
  kommuneId: z.string().max(8).nullable().default(null),
  aufgaben: z.string().trim().min(3).max(2000),
  abgrenzung: z.string().trim().max(2000).default(''),
  /** How somebody comes into the offer, and how the result comes back. */
  uebergang: z.string().trim().max(2000).default(''),
  /** Null: still being talked about. */
  vereinbartAm: day.nullable().default(null),
  /** Next joint talk about how it works. */
  abstimmungAm: day.nullable().default(null),
  /** First day on which it no longer holds. */
  gueltigBis: day.nullable().default(null),
});

export const vereinbarung = vereinbarungEingabe.extend({
  id: z.string(),
  stelle: z.string(),
  fassung: z.number(),
});
export type Vereinbarung = z.infer<typeof vereinbarung>;

const refusals = [
  'code-unbekannt',
  'vereinbarung-stelle-unbekannt',
  'vereinbarung-ende-vor-beginn',
  'datum-in-zukunft',
] as const;

/** Agreements with central interfaces: tasks, delimitation, transition into the offer (Vorlage 197/23). */
export const vereinbarungContract = {
  listVereinbarung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/vereinbarung',
    summary: 'Vereinbarungen mit zentralen Schnittstellen, auch beendete',
    ability: 'vereinbarung.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      vereinbarung: z.array(vereinbarung),
      abilities: z.strictObject({ changeVereinbarung: z.boolean() }),
    }),
  }),
  addVereinbarung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/vereinbarung',
    summary: 'Vereinbarung festhalten',
    ability: 'vereinbarung.pflegen',
    reveals: 'stamm',
    refusals,
    params: inKreis,
    body: vereinbarungEingabe,
    status: 201,
    out: vereinbarung,
  }),
  changeVereinbarung: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/vereinbarung/{vereinbarungId}',
    summary: 'Vereinbarung ändern oder beenden',
    ability: 'vereinbarung.pflegen',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', ...refusals],
    params: z.strictObject({ kreisId, vereinbarungId: z.uuid() }),
    body: vereinbarungEingabe.extend({ fassung: z.number().int() }),
    out: vereinbarung,
  }),
};
