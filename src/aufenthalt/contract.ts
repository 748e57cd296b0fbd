import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

const zeile = z.strictObject({
  merkmal: z.enum([
    'aufenthaltstitel',
    'aufenthaltsgruppe',
    'rechtskreis',
    'leistungsbezug',
    'sprache',
    'deutsch',
    'einreise',
    'haushalt',
  ]),
  wert: z.string(),
  laeuftAbAm: day.nullable(),
  ab: day,
  bis: day.nullable(),
});

export const aufenthaltContract = {
  getAufenthalt: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/aufenthalt',
    summary: 'Aufenthaltstitel, Rechtskreise und was sich sonst an der Lage der Person ändert',
    ability: 'aufenthalt.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.strictObject({ fassung: z.number(), aufgenommenAm: day, merkmal: z.array(zeile) }),
  }),
  changeAufenthalt: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/aufenthalt',
    summary: 'Aufenthaltstitel und Rechtskreise ab einem Tag ändern',
    ability: 'aufenthalt.aendern',
    reveals: 'fall',
    refusals: [
      'gleichzeitig-geaendert',
      'datum-in-zukunft',
      'datum-vor-aufnahme',
      'code-unbekannt',
      'titel-abgelaufen',
      'titel-nicht-mehr-erteilt',
    ],
    params: inFall,
    body: z.strictObject({
      fassung: z.number().int(),
      ab: day,
      /** Null: nothing is known of a title. */
      titel: z.string().max(40).nullable(),
      laeuftAbAm: day.nullable(),
      verlaengerung: z.boolean(),
      gruppe: z.string().max(60).nullable(),
      rechtskreis: z.array(z.string().max(60)).max(12),
    }),
    out: z.strictObject({ fassung: z.number(), rechtskreiswechsel: z.boolean() }),
  }),
};
