import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day, month } from '#src/platform/day.ts';

/** Reads of named persons, or writes. */
export const protokollArt = z.enum(['lesen', 'schreiben']);
export type ProtokollArt = z.infer<typeof protokollArt>;

const filter = z.strictObject({
  art: protokollArt.default('lesen'),
  kontoId: z.uuid().optional(),
  /** Number of a case. */
  nummer: z.string().trim().min(1).max(40).optional(),
  vorgang: z
    .string()
    .regex(/^[a-z_]+\.[a-z_-]+$/)
    .max(60)
    .optional(),
  von: day.optional(),
  /** Last day. */
  bis: day.optional(),
  zweck: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  auffaellig: z.stringbool().default(false),
});

export const protokollZeile = z.strictObject({
  id: z.number(),
  am: z.string(),
  konto: z.string().nullable(),
  /** Roles of the account in the Kreis at that moment. */
  rollen: z.array(z.string()),
  adresse: z.string(),
  vorgang: z.string(),
  zweck: z.string().nullable(),
  /** Persons in the answer; null for a write. */
  personen: z.number().nullable(),
  /** Numbers of cases, ten at most. */
  nummern: z.array(z.string()),
});
export type ProtokollZeile = z.infer<typeof protokollZeile>;

const auffaelligkeitArt = z.enum([
  'viele_akten_stunde',
  'viele_akten_tag',
  'ungewohnte_zeit',
  'fremde_akten',
  'gleicher_name',
  'vor_rollenende',
  'fehlgriffe',
  'menge',
  'kette',
]);
export const auffaelligkeitStand = z.enum(['offen', 'geklaert', 'gemeldet']);
export const auffaelligkeit = z.strictObject({
  id: z.string(),
  art: auffaelligkeitArt,
  kontoId: z.string().nullable(),
  konto: z.string().nullable(),
  tag: day,
  anzahl: z.number(),
  grenze: z.number(),
  erkanntAm: z.string(),
  stand: auffaelligkeitStand,
  notiz: z.string(),
  fassung: z.number(),
});
export type Auffaelligkeit = z.infer<typeof auffaelligkeit>;

export const stichprobeErgebnis = z.enum(['ordnung', 'rueckfrage', 'verstoss']);
export const stichprobeZeile = protokollZeile.extend({
  rang: z.number(),
  /** False where the access itself is no longer kept. */
  vorhanden: z.boolean(),
  ergebnis: stichprobeErgebnis.nullable(),
  notiz: z.string(),
  fassung: z.number(),
});
export type StichprobeZeile = z.infer<typeof stichprobeZeile>;

export const zugriffZeile = z.strictObject({
  tag: day,
  anzahl: z.number(),
  /** Roles at that time, by which the person may know who read: no names of staff (EuGH C-579/21). */
  rollen: z.array(z.string()),
  traeger: z.array(z.string()),
  vorgang: z.string(),
  zweck: z.string().nullable(),
});
export type ZugriffZeile = z.infer<typeof zugriffZeile>;

const path = '/kreis/{kreisId}/protokoll';

/** Who read and wrote what; what is unusual in it; the monthly sample; the answer to the person (Art. 15 DSGVO). */
export const protokollContract = {
  listProtokoll: endpoint({
    method: 'GET',
    path,
    summary: 'Zugriffe oder Änderungen, neueste zuerst, mit Fallnummern und ohne Namen der Ratsuchenden',
    ability: 'protokoll.lesen',
    reveals: 'fall',
    refusals: [],
    params: inKreis,
    query: filter.extend({
      /** Rows before this one. */
      vor: z.coerce.number().int().positive().optional(),
    }),
    out: z.strictObject({ zeile: z.array(protokollZeile), weiter: z.number().nullable() }),
  }),
  exportProtokoll: endpoint({
    method: 'GET',
    path: `${path}/csv`,
    summary: 'Gefiltertes Protokoll als Tabelle, höchstens 10 000 Zeilen',
    ability: 'protokoll.lesen',
    reveals: 'fall',
    refusals: [],
    params: inKreis,
    query: filter,
    file: 'text/csv; charset=utf-8',
  }),
  getProtokollStand: endpoint({
    method: 'GET',
    path: `${path}/stand`,
    summary: 'Wie weit die Kette reicht, offene Auffälligkeiten, fällige Stichproben, Konten zum Filtern',
    ability: 'protokoll.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      bloecke: z.number(),
      letzterAm: z.string().nullable(),
      /** Rows that wait for the next run. */
      unversiegelt: z.number(),
      konto: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      offeneAuffaelligkeiten: z.number(),
      stichprobe: z.array(
        z.strictObject({
          monat: month,
          gesamt: z.number(),
          offen: z.number(),
          ueberfaellig: z.boolean(),
        }),
      ),
    }),
  }),
  listAuffaelligkeit: endpoint({
    method: 'GET',
    path: `${path}/auffaelligkeit`,
    summary: 'Was an den Zugriffen auffiel, offene zuerst',
    ability: 'protokoll.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.array(auffaelligkeit),
  }),
  searchAuffaelligkeit: endpoint({
    method: 'POST',
    path: `${path}/auffaelligkeit/suche`,
    summary: 'Die Zugriffe von heute jetzt nach den Regeln prüfen statt in der Nacht',
    ability: 'protokoll.lesen',
    reveals: 'nichts',
    refusals: [],
    params: inKreis,
    out: z.strictObject({ neu: z.number() }),
  }),
  closeAuffaelligkeit: endpoint({
    method: 'PUT',
    path: `${path}/auffaelligkeit/{auffaelligkeitId}`,
    summary: 'Auffälligkeit klären oder melden',
    ability: 'protokoll.lesen',
    reveals: 'nichts',
    refusals: ['nicht-gefunden', 'gleichzeitig-geaendert'],
    params: z.strictObject({ kreisId, auffaelligkeitId: z.uuid() }),
    body: z.strictObject({
      stand: auffaelligkeitStand,
      notiz: z.string().trim().max(500),
      fassung: z.int(),
    }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  listStichprobe: endpoint({
    method: 'GET',
    path: `${path}/stichprobe/{monat}`,
    summary: 'Gezogene Zugriffe eines Monats mit ihrem Ergebnis',
    ability: 'protokoll.lesen',
    reveals: 'fall',
    refusals: [],
    params: z.strictObject({ kreisId, monat: month }),
    out: z.array(stichprobeZeile),
  }),
  checkStichprobe: endpoint({
    method: 'PUT',
    path: `${path}/stichprobe/{monat}/{zeileId}`,
    summary: 'Ergebnis der Prüfung eines gezogenen Zugriffs',
    ability: 'protokoll.lesen',
    reveals: 'nichts',
    refusals: ['nicht-gefunden', 'gleichzeitig-geaendert'],
    params: z.strictObject({ kreisId, monat: month, zeileId: z.coerce.number().int().positive() }),
    body: z.strictObject({
      ergebnis: stichprobeErgebnis,
      notiz: z.string().trim().max(500),
      fassung: z.int(),
    }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  listZugriffe: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/zugriff',
    summary: 'Wer die Akte gelesen hat, je Tag: Aufgabe und Träger, Vorgang, Zweck (Art. 15 DSGVO)',
    ability: 'zugriff.lesen',
    reveals: 'fall',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.array(zugriffZeile),
  }),
};
