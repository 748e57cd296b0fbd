import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { kontaktBerichtigung, kontaktEingabe, kontaktMitNachtrag } from './kontakt.ts';

const sonstigerEingabe = z.strictObject({
  am: day,
  traegerId: z.uuid(),
  kommuneId: z.string().max(8).nullable(),
  zugang: z.string().max(60).nullable(),
  ergebnis: z.string().max(60).nullable(),
  lebensbereich: z.array(z.string().max(60)).max(30),
});

export const beratungskontaktContract = {
  listBeratungskontakt: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/beratungskontakt',
    summary: 'Kontakte eines Falls, neueste zuerst',
    ability: 'akte.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    query: z.strictObject({ anzahl: z.coerce.number().int().min(1).max(500).default(30) }),
    out: z.strictObject({ gesamt: z.number(), kontakt: z.array(kontaktMitNachtrag) }),
  }),
  recordBeratungskontakt: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/beratungskontakt',
    summary: 'Beratungskontakt erfassen',
    ability: 'beratungskontakt.erfassen',
    reveals: 'fall',
    refusals: [
      'datum-in-zukunft',
      'datum-vor-aufnahme',
      'fall-abgeschlossen',
      'einwilligung-widerrufen',
      'einwilligung-abgelaufen',
      'lebensbereich-fehlt',
      'code-unbekannt',
    ],
    params: inFall,
    body: kontaktEingabe,
    out: z.strictObject({ kontaktId: z.string() }),
    status: 201,
  }),
  correctBeratungskontakt: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/beratungskontakt/{kontaktId}',
    summary: 'Beratungskontakt berichtigen; nach 24 Stunden bleibt die Notiz stehen',
    ability: 'beratungskontakt.erfassen',
    reveals: 'fall',
    refusals: [
      'gleichzeitig-geaendert',
      'datum-in-zukunft',
      'datum-vor-aufnahme',
      'fall-abgeschlossen',
      'einwilligung-widerrufen',
      'einwilligung-abgelaufen',
      'lebensbereich-fehlt',
      'code-unbekannt',
      'traeger-fremd',
      'notiz-steht',
    ],
    params: z.strictObject({ kreisId, fallId: z.uuid(), kontaktId: z.uuid() }),
    body: kontaktBerichtigung,
    out: z.strictObject({ fassung: z.number() }),
  }),
  recordSonstigerKontakt: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/sonstiger_kontakt',
    summary: 'Sonstigen Beratungskontakt erfassen (anonym)',
    ability: 'sonstiger_kontakt.erfassen',
    reveals: 'nichts',
    refusals: ['datum-in-zukunft', 'traeger-fremd', 'code-unbekannt'],
    params: inKreis,
    body: sonstigerEingabe,
    out: z.strictObject({ kontaktId: z.string() }),
    status: 201,
  }),
  listSonstigerKontakt: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/sonstiger_kontakt',
    summary: 'Sonstige Kontakte (anonym), etwa hinter einer Monatszahl',
    ability: 'sonstiger_kontakt.lesen',
    reveals: 'zahlen',
    refusals: [],
    params: inKreis,
    query: z.strictObject({
      von: day.optional(),
      bis: day.optional(),
      traeger: z.uuid().optional(),
      region: z.string().max(60).optional(),
      zugang: z.string().max(60).optional(),
      lebensbereich: z.string().max(60).optional(),
      ab: z.coerce.number().int().min(0).default(0),
      anzahl: z.coerce.number().int().min(1).max(500).default(100),
    }),
    out: z.strictObject({
      gesamt: z.number(),
      kontakt: z.array(sonstigerEingabe.extend({ id: z.string(), fassung: z.number() })),
    }),
  }),
};
