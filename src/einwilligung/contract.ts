import { z } from 'zod';
import { begleitungAntwort } from '#src/begleitung/contract.ts';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { vordruckInhalt } from '#src/vordruck/inhalt.ts';
import { SCAN_BYTES } from './scan.ts';
import { unterschriftEingabe, unterschriftZeile } from './unterschrift.ts';

export const inPerson = z.strictObject({ kreisId, personId: z.uuid() });
const inAnfrage = z.strictObject({ kreisId, anfrageId: z.uuid() });
const inTraeger = inKreis.extend({ traegerId: z.uuid() });
const inUnterschrift = inPerson.extend({ unterschriftId: z.uuid() });

export const sprachcode = z.string().regex(/^[a-z]{3}$/);
export const einwilligungZweck = z.enum(['dokumentation', 'auswertung', 'landesdatenbank', 'uebergabe']);
export const dolmetschenArt = z.enum(['kein', 'ehrenamtlich', 'professionell', 'angehoerige']);

/** `abgeloest`: a later one stands in its place. */
export const einwilligungStand = z.enum(['gilt', 'laeuft_aus', 'abgelaufen', 'abgeloest', 'widerrufen']);
export type EinwilligungStandCode = z.infer<typeof einwilligungStand>;

const worteJeCode = z.record(z.string(), z.string());
/** Words for the codes of a release, in the language of a text. */
const freigabeWorte = z.strictObject({ zweck: worteJeCode, inhalt: worteJeCode, richtung: worteJeCode });

/** A released text with the translation in the wished language, if there is one that may be shown. */
export const bogenText = z.strictObject({
  vordruckId: z.string(),
  fassung: z.number(),
  deutsch: vordruckInhalt,
  uebersetzung: z
    .strictObject({ sprache: z.string(), stand: z.enum(['entwurf', 'freigegeben']), inhalt: vordruckInhalt })
    .nullable(),
  /** SHA-256 (hex) of both; sent back with the signature, so that nobody signs a text that has changed meanwhile. */
  pruefwert: z.string(),
  worte: z.strictObject({ deutsch: freigabeWorte, uebersetzung: freigabeWorte.nullable() }),
});
export type BogenText = z.infer<typeof bogenText>;

export const bogen = z.strictObject({
  /** Languages in which the consent may be shown beside the German text. */
  sprachen: z.array(z.strictObject({ code: z.string(), stand: z.enum(['entwurf', 'freigegeben']) })),
  /** Null: the Träger has released none. */
  einwilligung: bogenText.nullable(),
  datenschutzinformation: bogenText.nullable(),
  entbindung: bogenText.nullable(),
});
export type Bogen = z.infer<typeof bogen>;

/** A name in composed form, so that equal names are equal bytes. */
const nameTeil = z.string().trim().normalize('NFC').max(200);
const personEingabe = z.strictObject({
  familienname: nameTeil.min(1),
  vorname: nameTeil,
  geburtsdatum: day.nullable(),
  /** In the script of origin. */
  nameOriginal: z.string().trim().normalize('NFC').max(300),
});

/** Which text was signed: its id and the checksum under which it was shown. */
export const gezeigterText = z.strictObject({
  vordruckId: z.uuid(),
  pruefwert: z.string().regex(/^[0-9a-f]{64}$/),
});

const einwilligungEingabe = z.strictObject({
  /** Day of the signature. */
  am: day,
  /** Last day, where the person wishes an end. */
  ablaufAm: day.nullable().default(null),
  sprache: sprachcode,
  text: gezeigterText,
  zweck: z.array(einwilligungZweck).max(4),
  datenschutzinformation: gezeigterText.extend({ ausgehaendigt: z.boolean() }),
  dolmetschen: dolmetschenArt,
  vertretung: z.array(nameTeil.min(1)).max(2),
  gemeinsam: z.boolean(),
  unterschrift: z.array(unterschriftEingabe).max(3),
});
export type EinwilligungEingabe = z.infer<typeof einwilligungEingabe>;

const erteilt = z.strictObject({
  personId: z.string(),
  einwilligungId: z.string(),
  unterschrift: z.array(z.strictObject({ id: z.string(), rolle: z.string(), form: z.string() })),
  begleitung: begleitungAntwort,
});

const einwilligungRefusals = [
  'einwilligung-besteht',
  'vordruck-fehlt',
  'vordruck-geaendert',
  'dokumentation-noetig',
  'datenschutzinformation-fehlt',
  'vertretung-fehlt',
  'vertretung-gemeinsam',
  'unterschrift-fehlt',
  'unterschrift-vertretung-fehlt',
  'unterschrift-leer',
  'bildschirm-nur-heute',
  'datum-in-zukunft',
  'ablauf-vorbei',
  'code-unbekannt',
] as const;

export const einwilligungContract = {
  getBogen: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/traeger/{traegerId}/bogen',
    summary: 'Freigegebene Texte eines Trägers zum Unterschreiben, mit Übersetzung',
    ability: 'einwilligung.lesen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inTraeger,
    query: z.strictObject({ sprache: sprachcode.default('deu') }),
    out: bogen,
  }),
  getEinwilligungStand: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/anfrage/{anfrageId}/einwilligung',
    summary: 'Ob zu einer Anfrage eingewilligt ist',
    ability: 'einwilligung.lesen',
    reveals: 'fall',
    refusals: ['nicht-gefunden'],
    params: inAnfrage,
    out: z.strictObject({
      nummer: z.string(),
      traegerId: z.string(),
      sprache: z.string().nullable(),
      abgeschlossen: z.boolean(),
      personId: z.string().nullable(),
      fallId: z.string().nullable(),
    }),
  }),
  giveEinwilligung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/anfrage/{anfrageId}/einwilligung',
    summary: 'Einwilligung unterschreiben; legt die Person an',
    ability: 'einwilligung.aufnehmen',
    reveals: 'fall',
    refusals: [...einwilligungRefusals, 'name-andere-schrift', 'name-zeichen', 'anfrage-abgeschlossen'],
    params: inAnfrage,
    body: einwilligungEingabe.extend(personEingabe.shape),
    status: 201,
    out: erteilt,
  }),
  renewEinwilligung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/person/{personId}/einwilligung',
    summary: 'Neu einwilligen: nach einem Widerruf, was die Sperre aufhebt, oder anstelle einer befristeten',
    ability: 'einwilligung.aufnehmen',
    reveals: 'fall',
    refusals: [...einwilligungRefusals],
    params: inPerson,
    body: einwilligungEingabe,
    status: 201,
    out: erteilt,
  }),
  listEinwilligung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/person/{personId}/einwilligung',
    summary: 'Einwilligungen und ausgehändigte Informationen einer Person',
    ability: 'einwilligung.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inPerson,
    out: z.strictObject({
      traegerId: z.string(),
      /** Day of the withdrawal since which nobody reads the name; null while the consent holds. */
      gesperrtAm: day.nullable(),
      name: z.string().nullable(),
      minderjaehrig: z.boolean(),
      /** How many guardians signed the consent that holds. */
      vertretungen: z.number(),
      einwilligung: z.array(
        z.strictObject({
          id: z.string(),
          erteiltAm: day,
          widerrufenAm: day.nullable(),
          ablaufAm: day.nullable(),
          stand: einwilligungStand,
          textfassung: z.string(),
          sprache: z.string(),
          zweck: z.array(einwilligungZweck),
          dolmetschen: dolmetschenArt,
          /** False for consents on older paper, which cannot be printed. */
          vordruck: z.boolean(),
          vertretung: z.array(z.string()),
          unterschrift: z.array(unterschriftZeile),
        }),
      ),
      aushaendigung: z.array(z.strictObject({ am: day, fassung: z.number(), sprache: z.string() })),
      /** What a withdrawal would stop. */
      folgen: z.strictObject({ entbindungen: z.number(), weitergaben: z.number() }),
    }),
  }),
  withdrawEinwilligung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/person/{personId}/widerruf',
    summary: 'Einwilligung widerrufen; sperrt die Angaben und stoppt jede Weitergabe',
    ability: 'einwilligung.aufnehmen',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'datum-in-zukunft', 'widerruf-vor-einwilligung', 'code-unbekannt'],
    params: inPerson,
    /** With a reason of the list, open cases of the person are closed in the same step. */
    body: z.strictObject({ am: day, grund: z.string().max(60).nullable() }),
    status: 200,
    out: z.strictObject({ entbindungen: z.number(), weitergaben: z.number() }),
  }),
  addScan: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/person/{personId}/unterschrift/{unterschriftId}/scan',
    summary: 'Scan einer Unterschrift auf Papier hinzufügen (PDF, PNG, JPEG)',
    ability: 'einwilligung.aufnehmen',
    reveals: 'nichts',
    refusals: [
      'nicht-gefunden',
      'scan-leer',
      'scan-typ',
      'scan-beschaedigt',
      'datei-zu-gross',
      'scan-besteht',
      'scan-nur-papier',
    ],
    params: inUnterschrift,
    upload: SCAN_BYTES,
    status: 204,
  }),
  getScan: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/person/{personId}/unterschrift/{unterschriftId}/scan',
    summary: 'Scan einer Unterschrift',
    ability: 'einwilligung.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inUnterschrift,
    file: 'application/pdf',
    limit: 'anlage',
  }),
};
