import { z } from 'zod';
import { inKreis } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { fallVorschau, uebergabeAnfrageContract } from './anfrage-contract.ts';
import { bestandContract } from './bestand-contract.ts';
import { blattContract } from './blatt-contract.ts';
import { uebergabeEingabe, uebergabeGrund, uebergabeHinderung } from './eingabe.ts';

const zeile = z.strictObject({
  fallId: z.string(),
  nummer: z.string(),
  vonTraegerId: z.string(),
  moeglich: z.boolean(),
  /** What stands in the way of this case; the page of the actor knows the name where it may. */
  hinderung: z.array(uebergabeHinderung),
  /** What the receiving side would learn of it before it accepts. */
  vorschau: fallVorschau,
});

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
      /** The account may decide for both sides; else the other Träger is asked. */
      direkt: z.boolean(),
      /** Last day of an absence of the named colleague. */
      abwesendBis: day.nullable(),
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
      'anfrage-noetig',
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
  ...uebergabeAnfrageContract,
  ...bestandContract,
  ...blattContract,
};
