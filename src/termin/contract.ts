import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { uhrzeit } from './zeit.ts';

export const terminArt = z.enum(['beratung', 'aufsuchend', 'begleitung', 'folgetermin', 'intern']);
export type TerminArt = z.infer<typeof terminArt>;
export const terminStand = z.enum(['geplant', 'stattgefunden', 'nicht_erschienen', 'abgesagt']);
export type TerminStand = z.infer<typeof terminStand>;
export const begleitungGrund = z.enum(['kein_angebot', 'im_aufbau']);

export const terminEingabe = z.strictObject({
  traegerId: z.uuid(),
  casemanagerId: z.uuid(),
  art: terminArt,
  tag: day,
  von: uhrzeit,
  /** As agreed with those who take part (Ausschreibung Kreis Steinfurt, B2.3). */
  dauerMinuten: z.number().int().min(5).max(600),
  anfrageId: z.uuid().nullable(),
  fallId: z.uuid().nullable(),
  standortId: z.uuid().nullable(),
  raumId: z.uuid().nullable(),
  /** Language to be interpreted, ISO 639-3. */
  dolmetschen: z
    .string()
    .regex(/^[a-z]{3}$/)
    .nullable(),
  dolmetschenBestaetigt: z.boolean(),
  begleitungGrund: begleitungGrund.nullable(),
  /** Office that takes part, such as the one that sends somebody. */
  mitStelleId: z.uuid().nullable(),
});
export type TerminEingabe = z.infer<typeof terminEingabe>;

/** What speaks against a time; it warns and can be overridden. */
export const hinweisCode = z.enum([
  'eigener-termin',
  'eigene-sprechstunde',
  'raum-belegt',
  'raum-ungeschuetzt',
  'abwesend',
  'feiertag',
  'sonntag',
  'nach-frist',
]);
export const hinweis = z.strictObject({
  code: hinweisCode,
  /** Times, days and numbers for the words. */
  von: z.string().nullable(),
  bis: z.string().nullable(),
});
export type Hinweis = z.infer<typeof hinweis>;

/** Warnings that were read and are accepted. */
const bestaetigt = z.array(hinweisCode).max(hinweisCode.options.length);
const neuerTermin = terminEingabe.extend({ bestaetigt });

export const terminZeile = terminEingabe.extend({
  id: z.string(),
  fassung: z.number().int(),
  /** End, time of day in Germany. */
  bis: z.string(),
  /** Moments, for sorting and for calendars. */
  beginn: z.string(),
  ende: z.string(),
  stand: terminStand,
  casemanagerName: z.string().nullable(),
  /** Number of the Anfrage or Fall; null where the account may not see it. */
  nummer: z.string().nullable(),
  /** Only for those who may read the person. */
  person: z.strictObject({ familienname: z.string(), vorname: z.string() }).nullable(),
  raumName: z.string().nullable(),
  mitStelleName: z.string().nullable(),
});
export type TerminZeile = z.infer<typeof terminZeile>;

export const terminFrist = z.strictObject({
  art: z.enum(['erster', 'eilig', 'folgetermin']),
  bis: day,
  stand: z.enum(['offen', 'eingehalten', 'zu_spaet', 'ueberschritten']),
});
export type TerminFrist = z.infer<typeof terminFrist>;

const inTermin = z.strictObject({ kreisId, terminId: z.uuid() });
const zeitRefusals = [
  'uhrzeit-ungueltig',
  'uhrzeit-uebersprungen',
  'datum-in-vergangenheit',
  'datum-zu-fern',
  'termin-ueber-mitternacht',
  'gegenstand-fehlt',
  'gegenstand-zuviel',
  'gegenstand-unbekannt',
  'begleitung-grund-fehlt',
  'casemanager-fremd',
  'traeger-fremd',
  'raum-fremd',
  'standort-unbekannt',
  'stelle-unbekannt',
  'dolmetschen-ohne-sprache',
  'termin-hinweis',
] as const;

/** Appointments of a Fachkraft: counselling, outreach, accompaniment, follow-up and internal ones (Konzept 4.1). */
export const terminContract = {
  listTermin: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/termin',
    summary: 'Termine des Teams oder die eigenen in einem Zeitraum',
    ability: 'termin.lesen',
    reveals: 'person',
    refusals: ['zeitraum-zu-lang'],
    params: inKreis,
    query: z.strictObject({
      von: day,
      bis: day,
      wer: z.enum(['eigene', 'team']).default('team'),
    }),
    out: z.strictObject({ termin: z.array(terminZeile) }),
  }),
  listTerminOfAnfrage: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/anfrage/{anfrageId}/termin',
    summary: 'Termine einer Anfrage, und bis wann der nächste sein soll',
    ability: 'termin.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: z.strictObject({ kreisId, anfrageId: z.uuid() }),
    out: z.strictObject({ termin: z.array(terminZeile), frist: terminFrist.nullable() }),
  }),
  listTerminOfFall: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/termin',
    summary: 'Termine eines Falls, und bis wann der nächste sein soll',
    ability: 'termin.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.strictObject({ termin: z.array(terminZeile), frist: terminFrist.nullable() }),
  }),
  checkTermin: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/termin/pruefung',
    summary: 'Was gegen einen Termin spricht, und welche Räume frei sind',
    ability: 'termin.planen',
    reveals: 'fall',
    refusals: zeitRefusals,
    params: inKreis,
    body: terminEingabe.extend({ terminId: z.uuid().nullable() }),
    liest: true,
    out: z.strictObject({
      hinweis: z.array(hinweis),
      raum: z.array(
        z.strictObject({
          id: z.string(),
          standortId: z.string(),
          name: z.string(),
          geschuetzt: z.boolean(),
          frei: z.boolean(),
        }),
      ),
      /** Last day for this appointment, where one is set. */
      fristBis: day.nullable(),
    }),
  }),
  recordTermin: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/termin',
    summary: 'Termin eintragen',
    ability: 'termin.planen',
    reveals: 'fall',
    refusals: zeitRefusals,
    params: inKreis,
    body: neuerTermin,
    out: z.strictObject({ terminId: z.string() }),
    status: 201,
  }),
  changeTermin: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/termin/{terminId}',
    summary: 'Termin verlegen oder ändern',
    ability: 'termin.planen',
    reveals: 'fall',
    refusals: [...zeitRefusals, 'nicht-gefunden', 'gleichzeitig-geaendert', 'termin-vorbei'],
    params: inTermin,
    body: neuerTermin.extend({ fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  setTerminStand: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/termin/{terminId}/stand',
    summary: 'Was aus dem Termin wurde; bei einer Absage auf Wunsch mit neuem Termin',
    ability: 'termin.planen',
    reveals: 'fall',
    refusals: [...zeitRefusals, 'nicht-gefunden', 'gleichzeitig-geaendert', 'termin-noch-nicht'],
    params: inTermin,
    body: z.strictObject({
      fassung: z.number().int(),
      stand: terminStand,
      /** New appointment in the same step. */
      ersatz: neuerTermin.nullable(),
    }),
    out: z.strictObject({ fassung: z.number(), ersatzId: z.string().nullable() }),
  }),
  getKalenderAbo: endpoint({
    method: 'GET',
    path: '/ich/kalender',
    summary: 'Ob es einen geheimen Link zum eigenen Kalender gibt',
    ability: 'kalender.abonnieren',
    reveals: 'nichts',
    refusals: [],
    out: z.strictObject({ seit: z.string().nullable() }),
  }),
  renewKalenderAbo: endpoint({
    method: 'POST',
    path: '/ich/kalender',
    summary: 'Geheimen Link zum eigenen Kalender anlegen oder erneuern; er wird nur dieses eine Mal gezeigt',
    ability: 'kalender.abonnieren',
    reveals: 'nichts',
    refusals: [],
    out: z.strictObject({ link: z.string() }),
    status: 201,
  }),
  endKalenderAbo: endpoint({
    method: 'DELETE',
    path: '/ich/kalender',
    summary: 'Geheimen Link zum eigenen Kalender beenden',
    ability: 'kalender.abonnieren',
    reveals: 'nichts',
    refusals: [],
    status: 204,
  }),
  getKalenderFeed: endpoint({
    method: 'GET',
    path: '/kalender/{datei}',
    summary: 'Eigener Kalender für andere Programme: Zeiten ohne Namen, Nummern und Orte',
    ability: 'offen',
    reveals: 'nichts',
    refusals: ['nicht-gefunden'],
    params: z.strictObject({ datei: z.string().regex(/^[\w-]{43}\.ics$/) }),
    file: 'text/calendar; charset=utf-8',
  }),
};
