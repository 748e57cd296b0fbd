import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { antwortEingabe, ergebnis, schreiben, vermittlungGrund, vermittlungStand } from './vermittlung.ts';

/** A referral as the office sees it: what it was sent, and what it answered itself. */
export const eingangZeile = z.strictObject({
  id: z.string(),
  fassung: z.number().int(),
  stelleName: z.string(),
  angebotName: z.string().nullable(),
  traegerName: z.string(),
  casemanagerName: z.string().nullable(),
  lebensbereich: z.string(),
  am: day,
  terminAm: day.nullable(),
  terminUm: z.string().nullable(),
  stand: vermittlungStand,
  grund: vermittlungGrund.nullable(),
  ergebnis: ergebnis.nullable(),
  standAm: day,
  rueckmeldungBis: day.nullable(),
  schreiben,
  /** Its own answers, oldest first. */
  antwort: z.array(
    z.strictObject({
      stand: vermittlungStand,
      grund: vermittlungGrund.nullable(),
      ergebnis: ergebnis.nullable(),
      am: day,
      worte: z.string(),
    }),
  ),
});
export type EingangZeile = z.infer<typeof eingangZeile>;

/** What a partner office sees in its own account, and nothing else. */
export const eingangContract = {
  listEingang: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/eingang',
    summary: 'Vermittlungen an die eigene Stelle',
    ability: 'eingang.lesen',
    reveals: 'person',
    refusals: [],
    params: inKreis,
    out: z.array(eingangZeile),
  }),
  answerEingang: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/eingang/{vermittlungId}/antwort',
    summary:
      'Auf eine Vermittlung antworten: angenommen, abgelehnt mit Grund, Warteliste, begonnen, beendet mit Ergebnis',
    ability: 'eingang.antworten',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'gleichzeitig-geaendert',
      'stand-folgt-nicht',
      'grund-fehlt',
      'ergebnis-fehlt',
      'datum-in-zukunft',
      'datum-vor-letztem-stand',
    ],
    params: z.strictObject({ kreisId, vermittlungId: z.uuid() }),
    body: antwortEingabe.extend({
      stand: vermittlungStand.exclude(['vorbereitet', 'gesendet', 'zurueckgezogen']),
    }),
    status: 204,
  }),
};
