import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

/** What somebody in the household, or the person of a linked case, is to the person of this case. */
export const beziehung = z.enum(['kind', 'partner', 'elternteil', 'geschwister', 'sonstige']);
export type Beziehung = z.infer<typeof beziehung>;

const nameTeil = z.string().trim().normalize('NFC').max(200);

const haushaltEingabe = z.strictObject({
  vorname: nameTeil,
  familienname: nameTeil,
  /** Year alone: more is not needed for somebody who is no case. */
  geburtsjahr: z.number().int().min(1900).max(2100).nullable(),
  beziehung,
  /** Small needs that are handled in this case, codes of the list lebensbereich. */
  lebensbereich: z.array(z.string().max(60)).max(30),
  notiz: z.string().trim().max(5_000),
  /** Belongs to the case and is counted among its persons. */
  zaehlt: z.boolean(),
  seit: day,
  /** First day on which the person no longer lives there. */
  bis: day.nullable(),
});
export type HaushaltEingabe = z.infer<typeof haushaltEingabe>;

const haushaltZeile = haushaltEingabe.extend({
  id: z.string(),
  fassung: z.number(),
  /** First day of an own case; from it on not counted here. */
  eigenerAb: day.nullable(),
  /** Anfrage with which the own case begins, while it is open. */
  anfrage: z.strictObject({ id: z.string(), nummer: z.string() }).nullable(),
});
export type HaushaltZeile = z.infer<typeof haushaltZeile>;

const verbindungZeile = z.strictObject({
  id: z.string(),
  fallId: z.string(),
  nummer: z.string(),
  familienname: z.string(),
  vorname: z.string(),
  beziehung,
  /** Member of this household who became that case. */
  haushaltId: z.string().nullable(),
});

/** The household of a case with the linked cases that the account may see; others do not exist for it. */
export const haushaltStand = z.strictObject({
  aufgenommenAm: day,
  haushalt: z.array(haushaltZeile),
  verbindung: z.array(verbindungZeile),
  /** Persons of the case that are counted today, the person herself included; null while nobody has said it. */
  personen: z.number().nullable(),
  /** Persons whom the first talk or the number names and the list does not; null where nothing is missing. */
  vorschlag: z
    .strictObject({
      herkunft: z.enum(['erstberatung', 'zahl']),
      kinder: z.number(),
      andere: z.number(),
    })
    .nullable(),
});
export type HaushaltStand = z.infer<typeof haushaltStand>;

const inHaushalt = inFall.extend({ haushaltId: z.uuid() });
const angelegt = z.strictObject({ haushaltId: z.string(), personen: z.number().nullable() });
const eingabeRefusals = [
  'fall-abgeschlossen',
  'datum-in-zukunft',
  'haushalt-ende-vor-beginn',
  'geburtsjahr-in-zukunft',
  'code-unbekannt',
] as const;

export const haushaltContract = {
  addHaushalt: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/haushalt',
    summary: 'Person im Haushalt ergänzen',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: ['nicht-gefunden', ...eingabeRefusals],
    params: inFall,
    body: haushaltEingabe,
    status: 201,
    out: angelegt,
  }),
  changeHaushalt: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/haushalt/{haushaltId}',
    summary: 'Person im Haushalt ändern oder ihren Auszug festhalten',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'gleichzeitig-geaendert', ...eingabeRefusals],
    params: inHaushalt,
    body: haushaltEingabe.extend({ fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number(), personen: z.number().nullable() }),
  }),
  removeHaushalt: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/fall/{fallId}/haushalt/{haushaltId}',
    summary: 'Irrtümlich eingetragene Person aus dem Haushalt entfernen',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'fall-abgeschlossen', 'eigener-fall-besteht'],
    params: inHaushalt,
    status: 204,
  }),
  takeHaushalt: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/haushalt/vorschlag',
    summary: 'Haushalt aus der Erstberatung übernehmen, zunächst ohne Namen',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'fall-abgeschlossen', 'vorschlag-fehlt'],
    params: inFall,
    status: 201,
    out: z.strictObject({ anzahl: z.number(), personen: z.number().nullable() }),
  }),
  startEigenerFall: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/haushalt/{haushaltId}/anfrage',
    summary: 'Eigenen Fall für eine Person im Haushalt beginnen: Anfrage mit ihren Angaben',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'fall-abgeschlossen', 'eigener-fall-besteht'],
    params: inHaushalt,
    status: 201,
    out: z.strictObject({ anfrageId: z.string(), nummer: z.string() }),
  }),
  linkFall: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/verbindung',
    summary: 'Fall einer Angehörigen desselben Trägers verbinden',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'fall-abgeschlossen',
      'fall-unbekannt',
      'fall-derselbe',
      'verbindung-besteht',
      'haushalt-unbekannt',
      'eigener-fall-besteht',
    ],
    params: inFall,
    body: z.strictObject({ andererFallId: z.uuid(), beziehung, haushaltId: z.uuid().nullable() }),
    status: 201,
    out: z.strictObject({ verbindungId: z.string() }),
  }),
  undoVerbindung: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/fall/{fallId}/verbindung/{verbindungId}',
    summary: 'Verbindung zweier Fälle lösen; beide bleiben',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: ['nicht-gefunden'],
    params: inFall.extend({ verbindungId: z.uuid() }),
    status: 204,
  }),
};
