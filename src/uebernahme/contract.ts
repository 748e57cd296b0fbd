import { z } from 'zod';
import { inKreis, kreisId, planListe } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { blattArten, felder } from './feld.ts';

export const feld = z.enum(felder);

export const blattArt = z.enum(blattArten);

const blattZuordnung = z.strictObject({
  name: z.string().max(200),
  art: blattArt,
  /** Row number as on screen; null where the sheet is ignored. */
  kopfzeile: z.number().int().min(1).max(1_048_576).nullable(),
  /** Column number from 1; columns that are not listed are not read. */
  spalte: z.array(z.strictObject({ nummer: z.number().int().min(1).max(500), feld })).max(100),
});
export type BlattZuordnung = z.infer<typeof blattZuordnung>;

export const zuordnung = z.strictObject({
  /** Slug of the region that the workbook belongs to; gives sonstige Kontakte their Kommune. */
  region: z.string().max(60).nullable(),
  blatt: z.array(blattZuordnung).max(64),
  /** Values that no code list knows; `code` null means "no value". */
  wert: z
    .array(
      z.strictObject({ liste: planListe, text: z.string().max(200), code: z.string().max(60).nullable() }),
    )
    .max(2_000),
});
export type Zuordnung = z.infer<typeof zuordnung>;

/** One refused cell. The reason in words is chosen by code. */
export const ablehnung = z.strictObject({
  blatt: z.string(),
  zeile: z.number(),
  spalte: z.string(),
  code: z.string(),
});
export type Ablehnung = z.infer<typeof ablehnung>;

const zahlen = z.strictObject({
  gelesen: z.number(),
  angelegt: z.number(),
  geaendert: z.number(),
  unveraendert: z.number(),
  abgelehnt: z.array(ablehnung),
});
export const bericht = zahlen.extend({ blaetter: z.array(zahlen.extend({ blatt: z.string() })) });
export type Bericht = z.infer<typeof bericht>;
export type BlattBericht = Bericht['blaetter'][number];

const spalteBefund = z.strictObject({
  nummer: z.number(),
  titel: z.string(),
  feld: feld.nullable(),
  /** First values as they stand in the file. */
  beispiel: z.array(z.string()),
});

export const befund = z.strictObject({
  dateiId: z.string(),
  name: z.string(),
  gueltigBis: z.string(),
  blatt: z.array(
    z.strictObject({
      name: z.string(),
      versteckt: z.boolean(),
      art: blattArt,
      kopfzeile: z.number().nullable(),
      spalte: z.array(spalteBefund),
    }),
  ),
  /** The profile that fits the headings; empty: recognised without one. */
  profil: z.string(),
  profile: z.array(z.string()),
  zuordnung,
});
export type Befund = z.infer<typeof befund>;

const zelle = z.strictObject({
  spalte: z.string(),
  neu: z.string().nullable(),
  /** Null where the value belongs to a person: the old one is never shown. */
  alt: z.string().nullable(),
});
export const vorschauZeile = z.strictObject({
  blatt: z.string(),
  zeile: z.number(),
  art: z.enum(['angelegt', 'geaendert']),
  nummer: z.string(),
  zellen: z.array(zelle),
});
export type VorschauZeile = z.infer<typeof vorschauZeile>;

const unbekannt = z.strictObject({ liste: planListe, text: z.string(), anzahl: z.number() });

export const fortschritt = z.strictObject({
  stand: z.enum(['wartet', 'laeuft', 'fertig', 'abgelehnt']),
  gelesen: z.number(),
  /** Known once the preview has counted. */
  gesamt: z.number().nullable(),
  uebernahmeId: z.string().nullable(),
  code: z.string().nullable(),
});
export type Fortschritt = z.infer<typeof fortschritt>;

export const lauf = z.strictObject({
  id: z.string(),
  dateiName: z.string(),
  profil: z.string(),
  am: z.string(),
  vonName: z.string().nullable(),
  gelesen: z.number(),
  angelegt: z.number(),
  geaendert: z.number(),
  unveraendert: z.number(),
  abgelehnt: z.number(),
  zurueckgenommenAm: z.string().nullable(),
  abilities: z.strictObject({ undoUebernahme: z.boolean() }),
});
export type Lauf = z.infer<typeof lauf>;

const inDatei = z.strictObject({ kreisId, dateiId: z.uuid() });
const inUebernahme = z.strictObject({ kreisId, uebernahmeId: z.uuid() });
const dateiCodes = [
  'datei-unbekannt',
  'datei-leer',
  'datei-kein-xlsx',
  'datei-verschluesselt',
  'datei-xls-alt',
  'datei-beschaedigt',
  'datei-zu-gross',
  'datei-zip-bombe',
  'datei-makro',
  'datei-zu-viele-zeilen',
  'datei-zu-viele-spalten',
  'datei-xml-unsicher',
  'datei-pfad',
  'datei-zeichensatz',
  'datei-ohne-tabelle',
  'datei-zeitlimit',
  'blatt-fehlt',
];
const laufCodes = [
  ...dateiCodes,
  'datei-formeln',
  'zuordnung-unvollstaendig',
  'region-unbekannt',
  'uebernahme-laeuft',
];

export const uebernahmeContract = {
  uploadDatei: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/uebernahme/datei',
    summary: 'Arbeitsmappe prüfen und Spalten erkennen',
    ability: 'uebernahme.einlesen',
    reveals: 'stamm',
    refusals: dateiCodes,
    params: inKreis,
    upload: 50 * 1024 * 1024,
    query: z.strictObject({ name: z.string().max(300) }),
    out: befund,
    status: 201,
  }),
  previewUebernahme: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/uebernahme/vorschau',
    summary: 'Vorschau einer Übernahme, ändert nichts',
    ability: 'uebernahme.einlesen',
    reveals: 'fall',
    zweck: 'uebernahme',
    refusals: laufCodes,
    params: inKreis,
    body: z.strictObject({ dateiId: z.uuid(), zuordnung }),
    out: bericht.extend({ zeile: z.array(vorschauZeile), unbekannt: z.array(unbekannt) }),
  }),
  executeUebernahme: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/uebernahme',
    summary: 'Arbeitsmappe übernehmen',
    ability: 'uebernahme.einlesen',
    reveals: 'fall',
    zweck: 'uebernahme',
    refusals: [...laufCodes, 'uebernahme-abgelehnt'],
    params: inKreis,
    body: z.strictObject({
      dateiId: z.uuid(),
      zuordnung,
      allesOderNichts: z.boolean().default(false),
      /** Saves the columns under this name for the next edition. */
      profil: z.string().trim().max(80).default(''),
    }),
    out: bericht.extend({ id: z.string().nullable() }),
    status: 201,
  }),
  getFortschritt: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/uebernahme/datei/{dateiId}/fortschritt',
    summary: 'Fortschritt einer laufenden Übernahme',
    ability: 'uebernahme.einlesen',
    reveals: 'nichts',
    refusals: ['nicht-gefunden'],
    params: inDatei,
    out: fortschritt,
  }),
  deleteDatei: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/uebernahme/datei/{dateiId}',
    summary: 'Hochgeladene Datei verwerfen',
    ability: 'uebernahme.einlesen',
    reveals: 'nichts',
    refusals: [],
    params: inDatei,
    status: 204,
  }),
  listUebernahme: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/uebernahme',
    summary: 'Bisherige Übernahmen',
    ability: 'uebernahme.einlesen',
    reveals: 'zahlen',
    refusals: [],
    params: inKreis,
    out: z.array(lauf),
  }),
  getUebernahme: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/uebernahme/{uebernahmeId}',
    summary: 'Bericht einer Übernahme',
    ability: 'uebernahme.einlesen',
    reveals: 'zahlen',
    refusals: ['nicht-gefunden'],
    params: inUebernahme,
    out: z.strictObject({ lauf, bericht }),
  }),
  undoUebernahme: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/uebernahme/{uebernahmeId}/ruecknahme',
    summary: 'Übernahme als Ganzes zurücknehmen',
    ability: 'uebernahme.einlesen',
    reveals: 'fall',
    zweck: 'uebernahme',
    refusals: ['nicht-gefunden', 'schon-zurueckgenommen', 'ruecknahme-unmoeglich', 'uebernahme-laeuft'],
    params: inUebernahme,
    out: z.strictObject({ lauf }),
  }),
};
