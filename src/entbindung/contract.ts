import { z } from 'zod';
import { gezeigterText, inPerson, sprachcode } from '#src/einwilligung/contract.ts';
import { unterschriftEingabe, unterschriftZeile } from '#src/einwilligung/unterschrift.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

export const entbindungZweck = z.enum([
  'vermittlung',
  'fallkonferenz',
  'kurzer_draht',
  'uebergabe',
  'rueckmeldung',
]);
export const entbindungInhalt = z.enum([
  'kontaktdaten',
  'aufenthalt',
  'leistungen',
  'arbeit',
  'wohnen',
  'bildung',
  'familie',
  'gesundheit',
  'hilfeplan',
]);
export const entbindungRichtung = z.enum(['an', 'von', 'beide']);
export const entbindungStand = z.enum(['aktiv', 'laeuft_aus', 'abgelaufen', 'widerrufen']);
export type EntbindungStand = z.infer<typeof entbindungStand>;

const entbindungEingabe = z.strictObject({
  stelleId: z.uuid().nullable(),
  zweck: entbindungZweck,
  inhalt: z.array(entbindungInhalt).max(20),
  richtung: entbindungRichtung,
  /** Day of the signature; the release holds from it. */
  am: day,
  /** Last day on which it holds. */
  letzterTag: day,
  sprache: sprachcode,
  text: gezeigterText,
  /** How many guardians sign; 0 when the person signs alone. */
  vertretungen: z.number().int().min(0).max(2),
  unterschrift: z.array(unterschriftEingabe).max(3),
});
export type EntbindungEingabe = z.infer<typeof entbindungEingabe>;

export const entbindungZeile = z.strictObject({
  id: z.string(),
  stelleId: z.string(),
  stelleName: z.string(),
  zweck: entbindungZweck,
  inhalt: z.array(entbindungInhalt),
  richtung: entbindungRichtung,
  gueltigAb: day,
  letzterTag: day,
  widerrufenAm: day.nullable(),
  sprache: z.string(),
  stand: entbindungStand,
  /** False after a hand-over: it was given to another Träger. */
  eigen: z.boolean(),
  unterschrift: z.array(unterschriftZeile),
});
export type EntbindungZeile = z.infer<typeof entbindungZeile>;

export const entbindungContract = {
  listEntbindung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/person/{personId}/entbindung',
    summary: 'Schweigepflichtsentbindungen einer Person mit ihrem Ablauf',
    ability: 'einwilligung.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inPerson,
    out: z.array(entbindungZeile),
  }),
  addEntbindung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/person/{personId}/entbindung',
    summary: 'Schweigepflichtsentbindung für eine Stelle unterschreiben',
    ability: 'einwilligung.aufnehmen',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'stelle-fehlt',
      'stelle-unbekannt',
      'inhalt-fehlt',
      'frist-vor-beginn',
      'frist-abgelaufen',
      'frist-zu-lang',
      'kurzer-draht-nur-behoerde',
      'vordruck-fehlt',
      'vordruck-geaendert',
      'vertretung-fehlt',
      'unterschrift-fehlt',
      'unterschrift-vertretung-fehlt',
      'unterschrift-leer',
      'bildschirm-nur-heute',
      'datum-in-zukunft',
    ],
    params: inPerson,
    body: entbindungEingabe,
    status: 201,
    out: z.strictObject({
      entbindungId: z.string(),
      unterschrift: z.array(z.strictObject({ id: z.string(), rolle: z.string(), form: z.string() })),
    }),
  }),
  withdrawEntbindung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/person/{personId}/entbindung/{entbindungId}/widerruf',
    summary: 'Eine Schweigepflichtsentbindung widerrufen; stoppt, was auf ihr beruht',
    ability: 'einwilligung.aufnehmen',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'datum-in-zukunft', 'widerruf-vor-einwilligung'],
    params: inPerson.extend({ entbindungId: z.uuid() }),
    body: z.strictObject({ am: day }),
    status: 200,
    out: z.strictObject({ weitergaben: z.number() }),
  }),
};
