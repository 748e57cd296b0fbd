import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

const bestandZeile = z.strictObject({
  traegerId: z.string(),
  kontoId: z.string(),
  name: z.string().nullable(),
  offen: z.number(),
  abgeschlossen: z.number(),
  /** Last day of an absence. */
  abwesendBis: day.nullable(),
  /** Works as case manager for the Träger today and can take cases. */
  imTeam: z.boolean(),
  /** The account may hand this caseload over: the own one, or as head of the Träger. */
  darf: z.boolean(),
});
export type BestandZeile = z.infer<typeof bestandZeile>;

/** How a caseload is distributed; a case named to nobody stays where it is. */
export const verteilung = z.discriminatedUnion('art', [
  z.strictObject({ art: z.literal('gleichmaessig'), an: z.array(z.uuid()).min(1).max(50) }),
  z.strictObject({
    art: z.literal('einzeln'),
    zuteilung: z
      .array(z.strictObject({ fallId: z.uuid(), anKontoId: z.uuid() }))
      .min(1)
      .max(500),
  }),
]);
export type Verteilung = z.infer<typeof verteilung>;

/** The whole caseload of a colleague who leaves goes to others of the same Träger (Konzept Kreis Unna 4.4). */
export const bestandContract = {
  listBestand: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fallbestand',
    summary: 'Wie viele Fälle die Fachkräfte der eigenen Träger führen; keine Namen von Klient*innen',
    ability: 'fallbestand.uebergeben',
    reveals: 'zahlen',
    refusals: [],
    params: inKreis,
    out: z.array(bestandZeile),
  }),
  getBestand: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fallbestand/{traegerId}/{kontoId}',
    summary: 'Ein Fallbestand: der Fachkraft selbst mit Fallnummern, der Leitung nur Zahlen',
    ability: 'fallbestand.uebergeben',
    reveals: 'fall',
    refusals: ['nicht-gefunden'],
    params: z.strictObject({ kreisId, traegerId: z.uuid(), kontoId: z.uuid() }),
    out: z.strictObject({
      offen: z.number(),
      abgeschlossen: z.number(),
      /** Open cases for which somebody wrote down what is in no file. */
      mitBlatt: z.number().nullable(),
      fall: z.array(
        z.strictObject({ fallId: z.string(), nummer: z.string(), offen: z.boolean(), blatt: z.boolean() }),
      ),
    }),
  }),
  giveBestand: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fallbestand/uebergabe',
    summary: 'Fallbestand an Kolleg*innen desselben Trägers übergeben',
    ability: 'fallbestand.uebergeben',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'konto-fremd',
      'datum-in-zukunft',
      'fall-unbekannt',
      'fall-doppelt',
      'bestand-leer',
    ],
    params: inKreis,
    body: z.strictObject({ traegerId: z.uuid(), vonKontoId: z.uuid(), ab: day, verteilung }),
    out: z.strictObject({
      verteilt: z.array(z.strictObject({ kontoId: z.string(), anzahl: z.number() })),
      /** Open Anfragen that went back to the team. */
      anfragen: z.number(),
    }),
    status: 201,
  }),
};
