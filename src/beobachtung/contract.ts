import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { month } from '#src/platform/day.ts';

/** What the work on a case teaches about the system: nothing fits, something grinds, something helps. */
export const beobachtungArt = z.enum(['luecke', 'reibung', 'beschleuniger']);
export type BeobachtungArt = z.infer<typeof beobachtungArt>;

const inBeobachtung = z.strictObject({ kreisId, beobachtungId: z.uuid() });

const ort = {
  lebensbereich: z.string().min(1).max(60).nullable(),
  kommuneId: z.string().max(8).nullable(),
};

export const beobachtungFilter = z.strictObject({
  art: beobachtungArt.optional(),
  lebensbereich: z.string().max(60).optional(),
  kommune: z.string().max(8).optional(),
});

export const beobachtungZeile = z.strictObject({
  id: z.string(),
  fassung: z.number().int(),
  art: beobachtungArt,
  ...ort,
  angebotName: z.string().nullable(),
  stelleName: z.string().nullable(),
  text: z.string(),
  /** Others learn the month only. */
  monat: month,
  /** Written by the account itself, which may add words or take it back. */
  eigen: z.boolean(),
  /** Case in which it was met; only for the account that wrote it. */
  fallId: z.string().nullable(),
});
export type BeobachtungZeile = z.infer<typeof beobachtungZeile>;

export const beobachtungContract = {
  listBeobachtung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/beobachtung',
    summary: 'Beobachtungen ohne Person mit ihrer Häufigkeit je Lebensbereich, Kommune und Art',
    ability: 'beobachtung.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    query: beobachtungFilter,
    out: z.strictObject({
      /** The newest of the filter. */
      beobachtung: z.array(beobachtungZeile),
      /** All of the filter. */
      anzahl: z.array(z.strictObject({ art: beobachtungArt, ...ort, anzahl: z.number() })),
    }),
  }),
  addBeobachtung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/beobachtung',
    summary: 'Lücke, Reibung oder Beschleuniger festhalten, ohne Person',
    ability: 'beobachtung.schreiben',
    reveals: 'fall',
    refusals: [
      'code-unbekannt',
      'angebot-unbekannt',
      'stelle-unbekannt',
      'nicht-gefunden',
      'text-nennt-person',
    ],
    params: inKreis,
    body: z.strictObject({
      art: beobachtungArt,
      ...ort,
      angebotId: z.uuid().nullable(),
      stelleId: z.uuid().nullable(),
      fallId: z.uuid().nullable(),
      text: z.string().trim().max(500),
    }),
    status: 201,
    out: z.strictObject({ beobachtungId: z.string(), fassung: z.number() }),
  }),
  changeBeobachtung: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/beobachtung/{beobachtungId}',
    summary: 'Worte zu einer eigenen Beobachtung ergänzen',
    ability: 'beobachtung.schreiben',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'gleichzeitig-geaendert', 'code-unbekannt', 'text-nennt-person'],
    params: inBeobachtung,
    body: z.strictObject({ fassung: z.number().int(), ...ort, text: z.string().trim().max(500) }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  deleteBeobachtung: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/beobachtung/{beobachtungId}',
    summary: 'Eigene Beobachtung zurücknehmen',
    ability: 'beobachtung.schreiben',
    reveals: 'nichts',
    refusals: ['nicht-gefunden'],
    params: inBeobachtung,
    status: 204,
  }),
};
