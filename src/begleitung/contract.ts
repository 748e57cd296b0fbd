import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';

/**
 * What the blind check tells the asker. "nur_koordination": over the limit of an hour the result, whichever it is, goes to
 * the Koordination alone.
 */
export const begleitungAntwort = z.enum(['keine', 'moeglich', 'nur_koordination']);
export type BegleitungAntwort = z.infer<typeof begleitungAntwort>;

export const klaerung = z.enum(['verschieden', 'eine_begleitung', 'federfuehrung']);
export type Klaerung = z.infer<typeof klaerung>;

const seite = z.strictObject({
  traegerId: z.string(),
  /** Fall-Nr. or number of the Anfrage; never a name. */
  nummer: z.string().nullable(),
  /** Lebensbereiche that this Träger looks after, where a lead was agreed. */
  aufgaben: z.array(z.string()),
});

const doppelbetreuung = z.strictObject({
  id: z.string(),
  stand: z.enum(['offen', ...klaerung.options]),
  gemeldetAm: z.string(),
  geklaertAm: z.string().nullable(),
  fragende: seite,
  andere: seite,
  /** Who leads, or goes on alone. */
  federfuehrungTraegerId: z.string().nullable(),
});
export type Doppelbetreuung = z.infer<typeof doppelbetreuung>;

const aufgaben = z.array(z.string().max(60)).max(30);

export const begleitungContract = {
  listDoppelbetreuung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/doppelbetreuung',
    summary: 'Mögliche doppelte Begleitungen, die die Koordination vermittelt',
    ability: 'doppelbetreuung.vermitteln',
    reveals: 'fall',
    refusals: [],
    params: inKreis,
    out: z.array(doppelbetreuung),
  }),
  resolveDoppelbetreuung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/doppelbetreuung/{doppelbetreuungId}/klaerung',
    summary: 'Festhalten, was die Vermittlung ergab',
    ability: 'doppelbetreuung.vermitteln',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'traeger-unbeteiligt',
      'aufgaben-ohne-federfuehrung',
      'aufgabe-doppelt',
      'code-unbekannt',
    ],
    params: z.strictObject({ kreisId, doppelbetreuungId: z.uuid() }),
    body: z.strictObject({
      stand: klaerung,
      /** Who leads or goes on alone; null where they are two people. */
      traegerId: z.uuid().nullable(),
      fragendeAufgaben: aufgaben,
      andereAufgaben: aufgaben,
    }),
    status: 204,
  }),
  getAbsprache: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/begleitung',
    summary: 'Abgesprochene Federführung in einem eigenen Fall',
    ability: 'fall.lesen',
    reveals: 'fall',
    refusals: [],
    params: z.strictObject({ kreisId, fallId: z.uuid() }),
    out: z.array(
      z.strictObject({
        andererTraegerId: z.string(),
        federfuehrungTraegerId: z.string(),
        eigeneAufgaben: z.array(z.string()),
        andereAufgaben: z.array(z.string()),
        seit: z.string(),
      }),
    ),
  }),
};
