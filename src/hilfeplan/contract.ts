import { z } from 'zod';
import { striche, unterschriftZeile } from '#src/einwilligung/unterschrift.ts';
import { inFall } from '#src/fall/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import {
  planInhalt,
  planSchritt,
  planZiel,
  schrittAkteur,
  schrittStand,
  zielStand,
  zustimmung,
} from './plan.ts';

const satz = z.string().trim().max(1_000);
const pruefwert = z.string().regex(/^[0-9a-f]{64}$/);

/** A step as it is written: nobody may have been named yet, which the rules refuse. */
export const schrittEingabe = z.strictObject({
  /** Made by the browser for a new step. */
  id: z.uuid(),
  text: satz,
  akteur: schrittAkteur.nullable(),
  stelleId: z.uuid().nullable(),
  dritte: z.string().trim().max(200),
  faelligAm: day.nullable(),
});
export type SchrittEingabe = z.infer<typeof schrittEingabe>;

/** A goal as it is written; its state is noted apart. */
export const zielInhalt = z.strictObject({
  lebensbereich: z.string().min(1).max(60),
  text: satz,
  worte: satz,
  indikator: satz,
  prioritaet: planZiel.shape.prioritaet,
  bisWann: day.nullable(),
  schritt: z.array(schrittEingabe).max(30),
});
export type ZielInhalt = z.infer<typeof zielInhalt>;

export const schrittZeile = planSchritt.extend({ standAb: day });
export type SchrittZeile = z.infer<typeof schrittZeile>;
export const zielZeile = planZiel.extend({
  fassung: z.number().int(),
  /** Day since which the state holds; of a reached goal the day it was reached. */
  standAb: day,
  schritt: z.array(schrittZeile),
});
export type ZielZeile = z.infer<typeof zielZeile>;

export const planUnterschrift = z.strictObject({
  rolle: z.enum(['klient', 'vertretung', 'fachkraft']),
  form: z.enum(['bildschirm', 'papier']),
  /** Empty on paper. */
  strich: striche,
});
export type PlanUnterschrift = z.infer<typeof planUnterschrift>;

export const versionStand = z.enum(['entwurf', 'unterschrieben', 'abgeloest']);
export type VersionStand = z.infer<typeof versionStand>;

export const versionZeile = z.strictObject({
  id: z.string(),
  nummer: z.number().int(),
  stand: versionStand,
  /** SHA-256 (hex) of what was agreed. */
  pruefwert: z.string(),
  zustimmung: zustimmung.nullable(),
  unterschriebenAm: day.nullable(),
  /** When it was frozen. */
  erfasstAm: z.string(),
  unterschrift: z.array(unterschriftZeile),
});
export type VersionZeile = z.infer<typeof versionZeile>;

export const hilfeplanStand = z.strictObject({
  /** Number of the case. */
  nummer: z.string(),
  personId: z.string(),
  ziel: z.array(zielZeile),
  /** SHA-256 (hex) of the plan as it stands; sent back with the signature. */
  pruefwert: z.string(),
  version: z.array(versionZeile),
  /** What was signed last; null before the first signature. */
  unterschrieben: planInhalt.nullable(),
  /** Who signs by the rule of the Kreis. */
  wer: z.enum(['beide', 'klient', 'keine']),
  /** Guardians who signed the consent, or one where the person is a minor. */
  vertretungen: z.number().int(),
  /** Languages (ISO 639-3) in which the Träger prints beside German. */
  sprachen: z.array(z.string()),
  abgeschlossen: z.boolean(),
  abilities: z.strictObject({ changeHilfeplan: z.boolean(), signHilfeplan: z.boolean() }),
});
export type HilfeplanStand = z.infer<typeof hilfeplanStand>;

const inZiel = inFall.extend({ zielId: z.uuid() });
const inVersion = inFall.extend({ versionId: z.uuid() });
const zielRefusals = [
  'ziel-fehlt',
  'schritt-fehlt',
  'akteur-fehlt',
  'dritte-fehlt',
  'code-unbekannt',
  'stelle-unbekannt',
  'schritt-unbekannt',
  'fall-abgeschlossen',
] as const;
const planRefusals = [
  'plan-ohne-ziele',
  'ziel-ohne-schritt',
  'plan-geaendert',
  'fall-abgeschlossen',
] as const;
const standRefusals = [
  'datum-in-zukunft',
  'datum-vor-aufnahme',
  'stand-unveraendert',
  'gleichzeitig-geaendert',
  'fall-abgeschlossen',
] as const;

export const hilfeplanContract = {
  getHilfeplan: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/hilfeplan',
    summary: 'Ziele und Schritte eines Falls mit den unterschriebenen Fassungen',
    ability: 'hilfeplan.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: hilfeplanStand,
  }),
  getHilfeplanVersion: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/hilfeplan/version/{versionId}',
    summary: 'Eine Fassung des Plans, wie sie eingefroren wurde, mit der davor',
    ability: 'hilfeplan.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inVersion,
    out: z.strictObject({
      version: versionZeile,
      inhalt: planInhalt,
      /** The checksum still fits the content. */
      unversehrt: z.boolean(),
      /** What was signed before it; null for the first. */
      davor: planInhalt.nullable(),
    }),
  }),
  addZiel: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/hilfeplan/ziel',
    summary: 'Ziel mit seinen Schritten in den Plan nehmen',
    ability: 'hilfeplan.bearbeiten',
    reveals: 'fall',
    refusals: zielRefusals,
    params: inFall,
    body: zielInhalt,
    status: 201,
    out: z.strictObject({ zielId: z.string(), fassung: z.number() }),
  }),
  changeZiel: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/hilfeplan/ziel/{zielId}',
    summary: 'Ziel und Schritte ändern',
    ability: 'hilfeplan.bearbeiten',
    reveals: 'fall',
    refusals: [...zielRefusals, 'gleichzeitig-geaendert'],
    params: inZiel,
    body: zielInhalt.extend({ fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  removeZiel: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/hilfeplan/ziel/{zielId}/entfernung',
    summary: 'Ziel aus dem Plan nehmen; in unterschriebenen Fassungen bleibt es stehen',
    ability: 'hilfeplan.bearbeiten',
    reveals: 'fall',
    refusals: ['gleichzeitig-geaendert', 'fall-abgeschlossen'],
    params: inZiel,
    body: z.strictObject({ fassung: z.number().int() }),
    status: 204,
  }),
  setZielStand: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/hilfeplan/ziel/{zielId}/stand',
    summary: 'Stand eines Ziels festhalten, etwa erreicht, mit dem Tag',
    ability: 'hilfeplan.bearbeiten',
    reveals: 'fall',
    refusals: standRefusals,
    params: inZiel,
    body: z.strictObject({ vorher: zielStand, stand: zielStand, am: day }),
    status: 204,
  }),
  setSchrittStand: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/hilfeplan/schritt/{schrittId}/stand',
    summary: 'Stand eines Schritts festhalten; keine neue Fassung',
    ability: 'hilfeplan.bearbeiten',
    reveals: 'fall',
    refusals: standRefusals,
    params: inFall.extend({ schrittId: z.uuid() }),
    body: z.strictObject({ vorher: schrittStand, stand: schrittStand, am: day }),
    status: 204,
  }),
  presentHilfeplan: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/hilfeplan/version',
    summary: 'Plan zur Unterschrift auf Papier vorlegen; ersetzt einen früheren Entwurf',
    ability: 'hilfeplan.bearbeiten',
    reveals: 'fall',
    refusals: planRefusals,
    params: inFall,
    body: z.strictObject({ pruefwert }),
    status: 201,
    out: z.strictObject({ versionId: z.string(), nummer: z.number() }),
  }),
  signHilfeplan: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/hilfeplan/unterschrift',
    summary: 'Plan mit der Antwort der Person unterschreiben; friert ihn als Fassung ein',
    ability: 'hilfeplan.bearbeiten',
    reveals: 'fall',
    refusals: [
      ...planRefusals,
      'nur-fallfuehrung',
      'akteur-fehlt',
      'dritte-fehlt',
      'grund-fehlt',
      'unterschrift-nicht-vorgesehen',
      'unterschrift-fachkraft-fehlt',
      'unterschrift-fehlt',
      'unterschrift-vertretung-fehlt',
      'unterschrift-leer',
      'vertretung-fehlt',
      'bildschirm-nur-heute',
      'datum-in-zukunft',
      'datum-vor-unterschrift',
    ],
    params: inFall,
    body: z.strictObject({
      /** SHA-256 (hex) of the plan that was shown. */
      pruefwert,
      zustimmung: zustimmung.extend({ grund: z.string().trim().max(2_000) }),
      am: day,
      vertretungen: z.number().int().min(0).max(2),
      unterschrift: z.array(planUnterschrift).max(4),
    }),
    status: 201,
    out: z.strictObject({
      versionId: z.string(),
      nummer: z.number(),
      pruefwert: z.string(),
      unterschrift: z.array(z.strictObject({ id: z.string(), rolle: z.string(), form: z.string() })),
    }),
  }),
};
