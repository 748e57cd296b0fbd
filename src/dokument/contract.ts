import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import { DATEI_BYTES, VORSCHAU_BYTES } from './datei.ts';

export const dokumentArt = z.enum(['ausweis', 'bescheid', 'zeugnis', 'vertrag', 'attest', 'sonstiges']);
export type DokumentArt = z.infer<typeof dokumentArt>;
export const loeschgrund = z.enum(['falscher_fall', 'doppelt', 'nicht_noetig', 'wunsch', 'unleserlich']);

/** What is said about an attachment. */
export const dokumentAngaben = z.strictObject({
  titel: z.string().trim().min(1).max(200),
  art: dokumentArt,
  /** Day of issue. */
  am: day.nullable(),
  /** Last day on which it is valid. */
  laeuftAbAm: day.nullable(),
});
export type DokumentAngaben = z.infer<typeof dokumentAngaben>;

export const dokumentZeile = z.strictObject({
  id: z.string(),
  fassung: z.number().int(),
  /** Null where only the row is left. */
  titel: z.string().nullable(),
  art: dokumentArt,
  am: day.nullable(),
  laeuftAbAm: day.nullable(),
  medientyp: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
  /** Bytes. */
  groesse: z.number(),
  /** Everything known about device, place and author was removed. */
  bereinigt: z.boolean(),
  /** Small picture as a data address; null where there is none, and beyond the newest sixty. */
  vorschau: z.string().nullable(),
  /** Moment. */
  erfasstAm: z.string(),
  vonName: z.string().nullable(),
  geloescht: z
    .strictObject({ am: z.string(), vonName: z.string().nullable(), grund: loeschgrund })
    .nullable(),
});
export type DokumentZeile = z.infer<typeof dokumentZeile>;

const inDokument = z.strictObject({ kreisId, fallId: z.uuid(), dokumentId: z.uuid() });
const arbeitRefusals = ['nicht-gefunden', 'fall-abgeschlossen', 'einwilligung-abgelaufen'] as const;
const angabenRefusals = ['datum-in-zukunft', 'dokument-ende-vor-beginn'] as const;

/** Attachments of a case: checked by content, freed of what they say about device and place, sealed. */
export const dokumentContract = {
  listDokument: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/dokument',
    summary: 'Dokumente eines Falls',
    ability: 'dokument.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.strictObject({
      /** Newest first. */
      dokument: z.array(dokumentZeile),
      abilities: z.strictObject({ write: z.boolean() }),
    }),
  }),
  addDokument: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/dokument',
    summary: 'Dokument ablegen: multipart/form-data mit angaben (JSON), datei und, wo es geht, vorschau',
    ability: 'dokument.schreiben',
    reveals: 'fall',
    refusals: [
      ...arbeitRefusals,
      ...angabenRefusals,
      'dokument-unlesbar',
      'datei-leer',
      'datei-zu-gross',
      'datei-typ',
      'datei-heic',
      'datei-office',
      'datei-anders-als-behauptet',
      'datei-beschaedigt',
      'datei-geschuetzt',
      'datei-zu-viele-punkte',
      'vorschau-zu-gross',
    ],
    params: inFall,
    upload: DATEI_BYTES + VORSCHAU_BYTES + 16 * 1024,
    out: z.strictObject({ dokumentId: z.string(), bereinigt: z.boolean() }),
    status: 201,
  }),
  changeDokument: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/dokument/{dokumentId}',
    summary: 'Angaben zu einem Dokument ändern',
    ability: 'dokument.schreiben',
    reveals: 'fall',
    refusals: [...arbeitRefusals, ...angabenRefusals, 'gleichzeitig-geaendert'],
    params: inDokument,
    body: dokumentAngaben.extend({ fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  getDokument: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/dokument/{dokumentId}/datei',
    summary: 'Ein Dokument öffnen',
    ability: 'dokument.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inDokument,
    file: 'application/octet-stream',
    limit: 'anlage',
  }),
  deleteDokument: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/dokument/{dokumentId}/loeschung',
    summary: 'Dokument mit Grund löschen; die Zeile ohne Inhalt bleibt',
    ability: 'dokument.schreiben',
    reveals: 'fall',
    refusals: [...arbeitRefusals, 'gleichzeitig-geaendert'],
    params: inDokument,
    body: z.strictObject({ grund: loeschgrund, fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
};
