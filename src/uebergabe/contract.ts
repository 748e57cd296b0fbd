import { z } from 'zod';
import { inKreis } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

export const uebergabeGrund = z.enum(['zustaendigkeit', 'umzug', 'wunsch', 'traegerwechsel', 'sonstiges']);

export const uebergabeHinderung = z.enum([
  'zustimmung-fehlt',
  'zustimmung-nach-uebergabe',
  'schon-dort',
  'datum-vor-aufnahme',
  'nach-juengerem-wechsel',
  'einwilligung-widerrufen',
  'einwilligung-abgelaufen',
  'person-geloescht',
]);
export type UebergabeHinderung = z.infer<typeof uebergabeHinderung>;

export const uebergabeEingabe = z.strictObject({
  fallIds: z.array(z.uuid()).min(1).max(500),
  anTraegerId: z.uuid(),
  /** Case manager at the receiving Träger, if already known. */
  casemanagerId: z.uuid().nullable(),
  wirksamAm: day,
  grund: uebergabeGrund,
  /** Day on which the clients agreed to the hand-over; without it nothing moves. */
  zustimmungAm: day.nullable(),
});
export type UebergabeEingabe = z.infer<typeof uebergabeEingabe>;

const zeile = z.strictObject({
  fallId: z.string(),
  nummer: z.string(),
  vonTraegerId: z.string(),
  moeglich: z.boolean(),
  /** What stands in the way of this case; the page of the actor knows the name where it may. */
  hinderung: z.array(uebergabeHinderung),
});
export type UebergabeZeile = z.infer<typeof zeile>;

export const uebergabeContract = {
  previewUebergabe: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/uebergabe/vorschau',
    summary: 'Vorschau einer Übergabe',
    ability: 'uebergabe.ausfuehren',
    reveals: 'fall',
    zweck: 'uebergabe',
    refusals: ['nicht-gefunden', 'traeger-unbekannt', 'konto-fremd', 'datum-in-zukunft', 'mehrere-traeger'],
    params: inKreis,
    body: uebergabeEingabe,
    out: z.strictObject({
      zeile: z.array(zeile),
      moeglich: z.number(),
      hinderlich: z.number(),
      /** How the Stichtag figures of the Träger change from the effective day on. */
      wirkung: z.array(z.strictObject({ traegerId: z.string(), vorher: z.number(), nachher: z.number() })),
    }),
  }),
  executeUebergabe: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/uebergabe',
    summary: 'Fälle übergeben',
    ability: 'uebergabe.ausfuehren',
    reveals: 'fall',
    zweck: 'uebergabe',
    refusals: [
      'nicht-gefunden',
      'uebergabe-unmoeglich',
      'traeger-unbekannt',
      'konto-fremd',
      'datum-in-zukunft',
      'mehrere-traeger',
    ],
    params: inKreis,
    body: uebergabeEingabe,
    out: z.strictObject({ uebergabeId: z.string(), anzahl: z.number() }),
    status: 201,
  }),
  listUebergabe: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/uebergabe',
    summary: 'Übergaben der letzten Zeit (Zahlen, keine Namen)',
    ability: 'uebergabe.lesen',
    reveals: 'zahlen',
    refusals: [],
    params: inKreis,
    out: z.array(
      z.strictObject({
        id: z.string(),
        vonTraegerId: z.string(),
        anTraegerId: z.string(),
        wirksamAm: day,
        grund: uebergabeGrund,
        anzahl: z.number(),
        vonName: z.string().nullable(),
      }),
    ),
  }),
};
