import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

/** Why somebody waits (Konzept Kreis Unna 4.1). */
export const wartegrund = z.enum(['auslastung', 'abwesenheit']);
/** With what the waiting ended; `eingeladen`: a place is free and the person comes. */
export const wartelisteAusgang = z.enum(['eingeladen', 'aufgenommen', 'verzichtet', 'anderweitig']);

const eintrag = z.strictObject({
  id: z.string(),
  anfrageId: z.string(),
  /** Number of the Anfrage; there is no name before a consent. */
  nummer: z.string(),
  traegerId: z.string(),
  grund: wartegrund,
  eingetragenAm: day,
  dringlich: z.boolean(),
  sprache: z.string().nullable(),
  kommuneId: z.string().nullable(),
  lebensbereich: z.array(z.string()),
  /** Office that helps in the meantime. */
  verwiesenAn: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  eingeladenAm: day.nullable(),
  /** The account works for the Träger of the entry. */
  eigen: z.boolean(),
});
export type WartelisteEintrag = z.infer<typeof eintrag>;

const inWarteliste = z.strictObject({ kreisId, wartelisteId: z.uuid() });

export const wartelisteContract = {
  listWarteliste: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/warteliste',
    summary: 'Wer wartet, in der Reihenfolge der Einladung',
    ability: 'warteliste.lesen',
    reveals: 'zahlen',
    refusals: [],
    params: inKreis,
    query: z.strictObject({ traegerId: z.uuid().optional() }),
    out: z.array(eintrag),
  }),
  addWarteliste: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/anfrage/{anfrageId}/warteliste',
    summary: 'Anfrage auf die Warteliste setzen',
    ability: 'warteliste.fuehren',
    reveals: 'nichts',
    refusals: ['warteliste-steht-schon', 'anfrage-abgeschlossen', 'datum-in-zukunft', 'code-unbekannt'],
    params: z.strictObject({ kreisId, anfrageId: z.uuid() }),
    body: z.strictObject({ grund: wartegrund, eingetragenAm: day, verwiesenAn: z.uuid().nullable() }),
    status: 201,
    out: z.strictObject({ wartelisteId: z.string() }),
  }),
  inviteWarteliste: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/warteliste/{wartelisteId}/einladung',
    summary: 'Einladen, weil ein Platz frei wurde',
    ability: 'warteliste.fuehren',
    reveals: 'nichts',
    refusals: ['warteliste-beendet', 'datum-in-zukunft', 'warteliste-tag-zu-frueh'],
    params: inWarteliste,
    body: z.strictObject({ eingeladenAm: day }),
    status: 204,
  }),
  endWarteliste: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/warteliste/{wartelisteId}/austragung',
    summary: 'Warten beenden; die Anfrage ist wieder offen',
    ability: 'warteliste.fuehren',
    reveals: 'nichts',
    refusals: [
      'warteliste-beendet',
      'warteliste-nicht-eingeladen',
      'datum-in-zukunft',
      'warteliste-tag-zu-frueh',
    ],
    params: inWarteliste,
    body: z.strictObject({ ausgetragenAm: day, ausgang: wartelisteAusgang }),
    status: 204,
  }),
};
