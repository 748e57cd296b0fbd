import { z } from 'zod';
import { inKreis, kreisId, zustaendigkeit } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { regelSchemata } from '#src/regel/schemata.ts';

/** A single simple matter, or complex need with several institutions (Präsentation Rheine 2023). */
export const bedarf = z.enum(['einfach', 'komplex']);

/** When a rule applies; null: whatever it is. */
const bedingung = {
  kommuneId: z.string().max(8).nullable(),
  ortsteilId: z.uuid().nullable(),
  zugang: z.string().max(60).nullable(),
  wohnform: z.string().max(60).nullable(),
  bedarf: bedarf.nullable(),
};
/** Whom the rule names; without Träger and Stelle it is the case management that is responsible at the place. */
const ziel = {
  anTraegerId: z.uuid().nullable(),
  anStandortId: z.uuid().nullable(),
  anStelleId: z.uuid().nullable(),
};

export const zusteuerungRegel = z.strictObject({
  /** This version. */
  id: z.string(),
  /** The rule, the same in all its versions. */
  reiheId: z.string(),
  /** The smallest number that fits decides. */
  rang: z.number(),
  bezeichnung: z.string(),
  ...bedingung,
  ...ziel,
  gueltigAb: day,
  gueltigBis: day.nullable(),
});
export type ZusteuerungRegel = z.infer<typeof zusteuerungRegel>;

const eingabe = z.strictObject({
  rang: z.number().int().min(1).max(999),
  bezeichnung: z.string().trim().min(3).max(200),
  ...bedingung,
  ...ziel,
  gueltigAb: day,
});
export type ZusteuerungEingabe = z.infer<typeof eingabe>;

const zielgruppe = z.strictObject({
  wert: regelSchemata.zielgruppe,
  gueltigAb: day.nullable(),
  begruendung: z.string(),
});

/** Whether somebody belongs to the target group of the Kreis; `offen` while too little is known. */
export const zielgruppeBefund = z.enum(['gehoert_dazu', 'gehoert_nicht_dazu', 'offen']);
/** What else the person can turn to, as far as known. */
export const andererZugang = z.enum(['keiner', 'unzureichend', 'ausreichend']);

const refusals = ['code-unbekannt', 'zusteuerung-zwei-ziele', 'zusteuerung-nur-eigene-region'] as const;
const inReihe = z.strictObject({ kreisId, reiheId: z.uuid() });

export const zusteuerungContract = {
  listZusteuerung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/zusteuerung',
    summary: 'Regeln der Zusteuerung und Zielgruppe an einem Tag',
    ability: 'zusteuerung.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    query: z.strictObject({ am: day.optional() }),
    out: z.strictObject({
      am: day,
      regel: z.array(zusteuerungRegel.extend({ changeable: z.boolean() })),
      zielgruppe: zielgruppe.extend({ verlauf: z.array(zielgruppe) }),
      abilities: z.strictObject({ addZusteuerung: z.boolean() }),
    }),
  }),
  listZusteuerungVerlauf: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/zusteuerung/{reiheId}',
    summary: 'Alle Fassungen einer Regel, auch ersetzte',
    ability: 'zusteuerung.lesen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inReihe,
    out: z.array(
      zusteuerungRegel.extend({
        erfasstAm: z.string(),
        erfasstVon: z.string().nullable(),
        ersetztAm: z.string().nullable(),
      }),
    ),
  }),
  addZusteuerung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/zusteuerung',
    summary: 'Regel der Zusteuerung anlegen',
    ability: 'zusteuerung.vereinbaren',
    reveals: 'stamm',
    refusals,
    params: inKreis,
    body: eingabe,
    status: 201,
    out: z.strictObject({ reiheId: z.string() }),
  }),
  changeZusteuerung: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/zusteuerung/{reiheId}',
    summary: 'Regel der Zusteuerung ab einem Tag ändern',
    ability: 'zusteuerung.vereinbaren',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', ...refusals],
    params: inReihe,
    /** fassungId: the version that the change was made on. */
    body: eingabe.extend({ fassungId: z.uuid() }),
    out: z.strictObject({ reiheId: z.string() }),
  }),
  endZusteuerung: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/zusteuerung/{reiheId}/ende',
    summary: 'Regel der Zusteuerung beenden',
    ability: 'zusteuerung.vereinbaren',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', 'zusteuerung-ende-vor-beginn', 'zusteuerung-nur-eigene-region'],
    params: inReihe,
    /** gueltigBis: first day on which the rule no longer holds. */
    body: z.strictObject({ fassungId: z.uuid(), gueltigBis: day }),
    status: 204,
  }),
  probeZusteuerung: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/zusteuerung_probe',
    summary: 'Wer wäre zuständig, und warum',
    ability: 'zusteuerung.lesen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inKreis,
    query: z.strictObject({
      am: day.optional(),
      kommune: z.string().max(8),
      ortsteil: z.uuid().optional(),
      strasse: z.string().max(120).optional(),
      zugang: z.string().max(60).optional(),
      wohnform: z.string().max(60).optional(),
      bedarf: bedarf.optional(),
      einreise: day.optional(),
      anderer: andererZugang.optional(),
    }),
    out: z.strictObject({
      am: day,
      /** Those responsible; several while the Ortsteil is unknown, none where nobody is named. */
      ziel: z.array(
        z.strictObject({
          art: z.enum(['traeger', 'stelle']),
          id: z.string(),
          name: z.string(),
          standort: z.string().nullable(),
        }),
      ),
      /** Null: no rule fits and the territory decides. */
      regel: zusteuerungRegel.nullable(),
      gebiet: zustaendigkeit,
      zielgruppe: zielgruppeBefund,
    }),
  }),
  getFokusQuote: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fokus_quote',
    summary: 'Plätze eines Trägers und der Anteil, der für alle offen bleibt',
    ability: 'fokus_quote.lesen',
    reveals: 'zahlen',
    refusals: ['nicht-gefunden'],
    params: inKreis,
    query: z.strictObject({ traegerId: z.uuid() }),
    out: z.strictObject({
      am: day,
      traegerId: z.string(),
      /** Null where the Kreis has no Fallschlüssel, no focus groups or no occupied post at the Träger. */
      quote: z
        .strictObject({
          gruppen: z.array(z.string()),
          freierAnteilProzent: z.number(),
          /** Occupied posts times cases per post. */
          plaetze: z.number(),
          aktiv: z.number(),
          /** Active cases of the focus groups. */
          fokus: z.number(),
          /** Places that focus groups may take at most. */
          fokusHoechstens: z.number(),
          /** How many more of the focus groups may be admitted now. */
          fokusFrei: z.number(),
          frei: z.number(),
        })
        .nullable(),
    }),
  }),
};
