import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { vereinbarung } from '#src/vereinbarung/contract.ts';
import {
  angebot,
  angebotArt,
  angebotEingabe,
  angebotZeile,
  beratungsansatz,
  ebene,
  zielgruppe,
} from './angebot.ts';

const inAngebot = z.strictObject({ kreisId, angebotId: z.uuid() });
const ja = z.literal('ja').optional();
const fassung = z.number().int();
const refusals = [
  'code-unbekannt',
  'angebot-stelle-unbekannt',
  'angebot-kommune-fehlt',
  'angebot-region-fehlt',
  'angebot-mehr-frei-als-plaetze',
  'angebot-punkt-unvollstaendig',
  'angebot-ansatz-fehlt',
  'angebot-name-vergeben',
  'datum-in-zukunft',
] as const;

/** Filter of the directory as it stands in an address. */
export const angebotFilter = z.strictObject({
  /** Words that all have to occur in offer or office. */
  suche: z.string().trim().max(100).optional(),
  art: angebotArt.optional(),
  lebensbereich: z.string().max(60).optional(),
  /** AGS: what this Kommune can use, so its own offers, sub-regional ones that cover it, and those of the whole Kreis. */
  kommune: z.string().max(8).optional(),
  rechtskreis: z.string().max(60).optional(),
  zielgruppe: zielgruppe.optional(),
  sprache: z.string().max(3).optional(),
  stelle: z.uuid().optional(),
  freie: ja,
  /** Only those whose confirmation is missing or too old. */
  pruefen: ja,
  beendete: ja,
  /** With the places of all hits. */
  karte: ja,
  anzahl: z.coerce.number().int().min(1).max(500).default(100),
});
export type AngebotFilter = z.infer<typeof angebotFilter>;

const ort = z.strictObject({
  laenge: z.number(),
  breite: z.number(),
  kommuneId: z.string().nullable(),
  anschrift: z.string(),
  anzahl: z.number(),
  /** The first few offers there. */
  angebot: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type AngebotOrt = z.infer<typeof ort>;

const karte = z.strictObject({
  ort: z.array(ort),
  /** Hits that stand on no map, for want of a point. */
  ohneOrt: z.number(),
  kommune: z.array(z.strictObject({ id: z.string(), laenge: z.number(), breite: z.number() })),
});
export type KarteAntwort = z.infer<typeof karte>;

export const bestand = z.strictObject({
  gesamt: z.number(),
  /** Confirmed too long ago. */
  veraltet: z.number(),
  nie: z.number(),
});

const ansatz = z.strictObject({
  angebotId: z.string(),
  name: z.string(),
  stelleId: z.string(),
  stelle: z.string(),
  beratungsansatz,
  eigenesFallmanagement: z.boolean(),
  ebene,
  kommuneIds: z.array(z.string()),
  /** Of the agreement with the office that holds longest; null: none. */
  vereinbarung: z
    .strictObject({ vereinbartAm: day.nullable(), gueltigBis: day.nullable(), abstimmungAm: day.nullable() })
    .nullable(),
});
export type Ansatz = z.infer<typeof ansatz>;

const doppel = z.strictObject({
  art: angebotArt,
  kommuneId: z.string(),
  lebensbereich: z.string(),
  zielgruppe: zielgruppe.nullable(),
  beratungsansatz: beratungsansatz.nullable(),
  angebot: z.array(z.strictObject({ id: z.string(), name: z.string(), stelle: z.string() })),
});
export type Doppel = z.infer<typeof doppel>;

export const angebotContract = {
  listAngebot: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/angebot',
    summary: 'Angebote im Sozialraum, gefiltert, mit Orten für die Karte',
    ability: 'angebot.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    query: angebotFilter,
    out: z.strictObject({
      gesamt: z.number(),
      angebot: z.array(angebotZeile),
      /** Null unless it was asked for. */
      karte: karte.nullable(),
      /** Of all current offers of the Kreis, whatever the filter. */
      bestand,
      abilities: z.strictObject({ changeAngebot: z.boolean() }),
    }),
  }),
  getAngebot: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/angebot/{angebotId}',
    summary: 'Angebot mit anbietender Stelle und Vereinbarungen',
    ability: 'angebot.lesen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inAngebot,
    out: z.strictObject({
      angebot,
      stelle: z.strictObject({
        id: z.string(),
        name: z.string(),
        weg: z.string(),
        ansprechpartner: z.string(),
        telefon: z.string(),
        email: z.string(),
      }),
      vereinbarung: z.array(vereinbarung),
      /** Other current offers of the office. */
      weitere: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      /** Of other offices, for the same Kommune, area of life and target group. */
      aehnliche: z.array(z.strictObject({ id: z.string(), name: z.string(), stelle: z.string() })),
      /** The entry that stays, where this one was a double. */
      zusammengefuehrtMit: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
      abilities: z.strictObject({ changeAngebot: z.boolean() }),
    }),
  }),
  addAngebot: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/angebot',
    summary: 'Angebot aufnehmen; gilt als heute bestätigt',
    ability: 'angebot.pflegen',
    reveals: 'stamm',
    refusals,
    params: inKreis,
    body: angebotEingabe,
    status: 201,
    out: angebot,
  }),
  changeAngebot: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/angebot/{angebotId}',
    summary: 'Angebot ändern; gilt als heute bestätigt',
    ability: 'angebot.pflegen',
    reveals: 'stamm',
    refusals: ['gleichzeitig-geaendert', ...refusals],
    params: inAngebot,
    body: angebotEingabe.extend({ fassung }),
    out: angebot,
  }),
  confirmAngebot: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/angebot/{angebotId}/bestaetigung',
    summary: 'Bestätigen, dass die Angaben stimmen',
    ability: 'angebot.pflegen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden', 'gleichzeitig-geaendert'],
    params: inAngebot,
    body: z.strictObject({ fassung }),
    out: z.strictObject({ bestaetigtAm: day, fassung }),
  }),
  endAngebot: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/angebot/{angebotId}/ende',
    summary: 'Angebot beenden oder das Ende zurücknehmen',
    ability: 'angebot.pflegen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden', 'gleichzeitig-geaendert', 'angebot-ende-vor-beginn'],
    params: inAngebot,
    body: z.strictObject({ fassung, gueltigBis: day.nullable() }),
    out: angebot,
  }),
  getAngebotUeberblick: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/angebot_ueberblick',
    summary: 'Beratungsansätze, Lücken, mögliche Doppelstrukturen und Aktualität je Kommune',
    ability: 'angebot.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      ansatz: z.array(ansatz),
      /** Current offers that a Kommune can use, per area of life. */
      versorgung: z.array(
        z.strictObject({
          kommuneId: z.string(),
          lebensbereich: z.string(),
          anzahl: z.number(),
          amOrt: z.number(),
        }),
      ),
      doppel: z.array(doppel),
      /** Per Kommune in which the offers take place; null: none named. */
      aktualitaet: z.array(bestand.extend({ kommuneId: z.string().nullable() })),
    }),
  }),
};
