import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { haushaltStand } from '#src/haushalt/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

/** Who stands around a case ("Das Netzwerk im Case Management" of Rheine, with school, family and volunteers). */
export const akteurRolle = z.enum([
  'jobcenter',
  'sozialamt',
  'asylblg',
  'arbeitsagentur',
  'familienkasse',
  'wohngeldstelle',
  'sozialbuero',
  'abh',
  'anwalt',
  'kommunales_team',
  'mbe',
  'jmd',
  'fluechtlingsberatung',
  'suchtberatung',
  'schuldnerberatung',
  'krankenkasse',
  'pflegekasse',
  'arzt',
  'klinik',
  'schule',
  'kita',
  'jugendamt',
  'familie',
  'ehrenamt',
  'sonstige',
]);
export type AkteurRolle = z.infer<typeof akteurRolle>;

const akteurEingabe = z.strictObject({
  /** Null: a private helper, who has a name instead. */
  stelleId: z.uuid().nullable(),
  rolle: akteurRolle,
  name: z.string().trim().max(200),
  beziehung: z.string().trim().max(200),
  kontakt: z.string().trim().max(300),
  lebensbereich: z.array(z.string().max(60)).max(30),
  /** Division of tasks: what this actor does in the case. */
  aufgabe: z.string().trim().max(2_000),
  /** Agreed procedure with this actor: who tells whom, by which way. */
  verfahren: z.string().trim().max(2_000),
  vereinbartAm: day.nullable(),
  seit: day,
  /** First day on which the actor is no longer involved. */
  bis: day.nullable(),
});
export type AkteurEingabe = z.infer<typeof akteurEingabe>;

const akteurZeile = akteurEingabe.extend({
  id: z.string(),
  fassung: z.number(),
  /** The partner office as its directory knows it: remit and the person on the spot; null for a private helper. */
  stelle: z
    .strictObject({
      name: z.string(),
      ansprechpartner: z.string(),
      telefon: z.string(),
      email: z.string(),
      weg: z.string(),
    })
    .nullable(),
  /** The signed release for this office that holds today; without it nobody else learns of the actor. */
  freigabe: z.strictObject({ letzterTag: day }).nullable(),
});
export type AkteurZeile = z.infer<typeof akteurZeile>;

const federfuehrungZeile = z.strictObject({
  /** Null: the case management itself. */
  akteurId: z.string().nullable(),
  ab: day,
  /** First day on which it no longer holds. */
  bis: day.nullable(),
  vonName: z.string().nullable(),
});

export const umfeld = z.strictObject({
  /** Name of the person in the middle. */
  vorname: z.string(),
  familienname: z.string(),
  akteur: z.array(akteurZeile),
  /** What holds and held, oldest first. */
  federfuehrung: z.array(federfuehrungZeile),
  haushalt: haushaltStand,
  /** False where the case is closed. */
  abilities: z.strictObject({ change: z.boolean() }),
});
export type Umfeld = z.infer<typeof umfeld>;

const inAkteur = inFall.extend({ akteurId: z.uuid() });
const eingabeRefusals = [
  'fall-abgeschlossen',
  'akteur-ohne-namen',
  'akteur-doppelt',
  'stelle-unbekannt',
  'code-unbekannt',
  'datum-in-zukunft',
  'akteur-ende-vor-beginn',
] as const;

export const akteurContract = {
  getUmfeld: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/umfeld',
    summary: 'Haushalt und Akteure eines Falls mit Federführung und Freigaben',
    ability: 'umfeld.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: umfeld,
  }),
  printUmfeld: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/umfeld/papier',
    summary: 'Netzwerk um den Fall auf Papier, ohne andere Wahl nur mit Freigabe',
    ability: 'umfeld.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    query: z.strictObject({
      umfang: z.enum(['freigegeben', 'alle']).default('freigegeben'),
      sprache: z.enum(['de', 'en']).optional(),
    }),
    file: 'application/pdf',
  }),
  addAkteur: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/akteur',
    summary: 'Akteur um den Fall ergänzen',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: ['nicht-gefunden', ...eingabeRefusals],
    params: inFall,
    body: akteurEingabe,
    status: 201,
    out: z.strictObject({ akteurId: z.string() }),
  }),
  changeAkteur: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/akteur/{akteurId}',
    summary: 'Akteur ändern oder seine Beteiligung beenden',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'gleichzeitig-geaendert', 'akteur-fuehrt', ...eingabeRefusals],
    params: inAkteur,
    body: akteurEingabe.extend({ fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  removeAkteur: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/fall/{fallId}/akteur/{akteurId}',
    summary: 'Irrtümlich eingetragenen Akteur entfernen',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'fall-abgeschlossen', 'akteur-fuehrte'],
    params: inAkteur,
    status: 204,
  }),
  setFederfuehrung: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/federfuehrung',
    summary: 'Federführung im Fall ab einem Tag vereinbaren',
    ability: 'umfeld.aendern',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'fall-abgeschlossen',
      'akteur-unbekannt',
      'datum-in-zukunft',
      'datum-vor-aufnahme',
      'federfuehrung-vor-beteiligung',
    ],
    params: inFall,
    body: z.strictObject({
      wer: z.enum(['casemanagement', 'akteur', 'niemand']),
      akteurId: z.uuid().nullable(),
      ab: day,
    }),
    out: z.strictObject({ geaendert: z.boolean() }),
  }),
};
