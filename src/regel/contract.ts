import { z } from 'zod';
import { inKreis } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

export const regelStand = z.strictObject({
  schluessel: z.string(),
  wert: z.unknown(),
  gueltigAb: day.nullable(),
  gueltigBis: day.nullable(),
  begruendung: z.string(),
  erfasstVon: z.string().nullable(),
  erfasstAm: z.string().nullable(),
  /** False when the neutral default of the product applies. */
  gesetzt: z.boolean(),
});

export const regelContract = {
  listRegel: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/regel',
    summary: 'Regeln des Kreises an einem Tag',
    ability: 'regel.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    query: z.strictObject({ am: day.optional() }),
    out: z.strictObject({
      am: day,
      regel: z.array(regelStand),
      abilities: z.strictObject({ setRegel: z.boolean() }),
    }),
  }),
  listRegelVerlauf: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/regel/{schluessel}',
    summary: 'Alle Fassungen einer Regel',
    ability: 'regel.lesen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inKreis.extend({ schluessel: z.string().max(60) }),
    out: z.array(regelStand),
  }),
  setRegel: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/regel/{schluessel}',
    summary: 'Regel ab einem Tag setzen',
    ability: 'regel.setzen',
    reveals: 'stamm',
    refusals: ['regel-unbekannt', 'regel-wert-ungueltig', 'regel-setzen-nicht-erlaubt'],
    params: inKreis.extend({ schluessel: z.string().max(60) }),
    body: z.strictObject({
      wert: z.unknown(),
      gueltigAb: day,
      begruendung: z.string().trim().min(1).max(500),
    }),
    status: 201,
    out: regelStand,
  }),
};
