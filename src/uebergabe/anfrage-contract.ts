import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { uebergabeEingabe, uebergabeGrund, uebergabeHinderung } from './eingabe.ts';

export const ablehnungGrund = z.enum([
  'auslastung',
  'nicht_zustaendig',
  'sprache',
  'rueckfrage',
  'sonstiges',
]);
export const uebergabeStand = z.enum([
  'angefragt',
  'angenommen',
  'teilweise',
  'abgelehnt',
  'zurueckgezogen',
  'abgelaufen',
]);
export type UebergabeStand = z.infer<typeof uebergabeStand>;

/** Open work of a case as counts; no name and no word of it. */
export const offeneArbeit = z.strictObject({
  schritt: z.number(),
  aufgabe: z.number(),
  vermittlung: z.number(),
  termin: z.number(),
  /** Papers, consents and releases that run out within sixty days. */
  ablauf: z.number(),
});
export type OffeneArbeit = z.infer<typeof offeneArbeit>;

/** All that the other side learns of a case before it accepts. */
export const fallVorschau = z.strictObject({
  kommuneId: z.string().nullable(),
  sprache: z.array(z.string()),
  lebensbereich: z.array(z.string()),
  /** By the rule of the Kreis for complex cases. */
  komplex: z.boolean(),
  offen: offeneArbeit,
});
export type FallVorschau = z.infer<typeof fallVorschau>;

const anfrageZeile = z.strictObject({
  id: z.string(),
  /** How it stands to the account: asked, asking, or overseen by the Koordination. */
  richtung: z.enum(['eingang', 'ausgang', 'aufsicht']),
  vonTraegerId: z.string(),
  anTraegerId: z.string(),
  anKontoId: z.string().nullable(),
  anzahl: z.number(),
  angenommen: z.number(),
  wirksamAm: day,
  grund: uebergabeGrund,
  stand: uebergabeStand,
  fristAm: day,
  gestelltAm: day,
  vonName: z.string().nullable(),
});
export type UebergabeAnfrageZeile = z.infer<typeof anfrageZeile>;

const anfrageDetail = anfrageZeile.extend({
  fassung: z.number(),
  nachricht: z.string(),
  ablehnung: ablehnungGrund.nullable(),
  antwort: z.string(),
  /** Last day of an absence of the colleague who is asked. */
  abwesendBis: day.nullable(),
  fall: z.array(
    z.strictObject({
      /** Of the line, not of the case. */
      id: z.string(),
      stand: z.enum(['angefragt', 'angenommen', 'abgelehnt', 'zurueckgezogen', 'abgelaufen']),
      /** Only while the question is open, and of a case that can still move. */
      vorschau: fallVorschau.nullable(),
      hinderung: z.array(uebergabeHinderung),
      /** Only for those who see the case anyway. */
      fallId: z.string().nullable(),
      nummer: z.string().nullable(),
    }),
  ),
  abilities: z.strictObject({
    answerUebergabe: z.boolean(),
    withdrawUebergabe: z.boolean(),
    /** Asked in vain: the same cases may be asked for again. */
    askUebergabe: z.boolean(),
  }),
});
export type UebergabeAnfrageDetail = z.infer<typeof anfrageDetail>;

const inAnfrage = z.strictObject({ kreisId, anfrageId: z.uuid() });
const planRefusals = [
  'nicht-gefunden',
  'uebergabe-unmoeglich',
  'traeger-unbekannt',
  'konto-fremd',
  'datum-in-zukunft',
  'mehrere-traeger',
] as const;

/** A hand-over as a question with an answer: nothing moves before the other side accepts (Konzept Kreis Unna 3.3, 5.1). */
export const uebergabeAnfrageContract = {
  askUebergabe: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/uebergabe/anfrage',
    summary: 'Einen Träger fragen, ob er Fälle übernimmt; bewegt nichts',
    ability: 'uebergabe.ausfuehren',
    reveals: 'fall',
    zweck: 'uebergabe',
    refusals: [...planRefusals, 'frist-vorbei'],
    params: inKreis,
    body: uebergabeEingabe.extend({
      /** Last day for the answer. */
      fristAm: day,
      /** For the other side; no names. */
      nachricht: z.string().max(300),
      /** The question that stayed without success before. */
      vorigeId: z.uuid().nullable(),
    }),
    out: z.strictObject({ anfrageId: z.string(), anzahl: z.number() }),
    status: 201,
  }),
  listUebergabeAnfrage: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/uebergabe/anfrage',
    summary: 'Angefragte Übergaben: eingegangene, gestellte und die der eigenen Region',
    ability: 'uebergabe.ausfuehren',
    reveals: 'fall',
    refusals: [],
    params: inKreis,
    out: z.array(anfrageZeile),
  }),
  getUebergabeAnfrage: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/uebergabe/anfrage/{anfrageId}',
    summary: 'Eine angefragte Übergabe mit der kleinen Vorschau je Fall, ohne Namen und Texte',
    ability: 'uebergabe.ausfuehren',
    reveals: 'fall',
    zweck: 'uebergabe',
    refusals: ['nicht-gefunden'],
    params: inAnfrage,
    out: anfrageDetail,
  }),
  answerUebergabe: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/uebergabe/anfrage/{anfrageId}/antwort',
    summary: 'Angefragte Übergabe ganz oder zum Teil annehmen oder ablehnen; Angenommenes geht sofort über',
    ability: 'uebergabe.ausfuehren',
    reveals: 'fall',
    zweck: 'uebergabe',
    refusals: [
      'nicht-gefunden',
      'nicht-erlaubt',
      'gleichzeitig-geaendert',
      'uebergabe-erledigt',
      'uebergabe-unmoeglich',
      'fall-unbekannt',
      'konto-fremd',
      'ablehnung-fehlt',
    ],
    params: inAnfrage,
    body: z.strictObject({
      fassung: z.number().int(),
      /** Lines that are accepted; all others are declined. */
      annehmen: z.array(z.uuid()).max(500),
      casemanagerId: z.uuid().nullable(),
      ablehnung: ablehnungGrund.nullable(),
      antwort: z.string().max(500),
    }),
    out: z.strictObject({ fassung: z.number(), stand: uebergabeStand, angenommen: z.number() }),
  }),
  withdrawUebergabe: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/uebergabe/anfrage/{anfrageId}/rueckzug',
    summary: 'Eigene angefragte Übergabe zurückziehen',
    ability: 'uebergabe.ausfuehren',
    reveals: 'nichts',
    refusals: ['nicht-gefunden', 'nicht-erlaubt', 'gleichzeitig-geaendert', 'uebergabe-erledigt'],
    params: inAnfrage,
    body: z.strictObject({ fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
};
