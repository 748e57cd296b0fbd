import { z } from 'zod';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { angebot } from './angebot.ts';
import { spalte } from './austausch.ts';
import { angebotFilter } from './contract.ts';
import { doppelGrund } from './doppeleintrag.ts';

export const austauschFormat = z.enum(['xlsx', 'csv', 'hsds']);
export type AustauschFormat = z.infer<typeof austauschFormat>;

const DATEI_BYTES = 20 * 1024 * 1024;

const abweichung = z.strictObject({ spalte, alt: z.string(), neu: z.string() });
export type Abweichung = z.infer<typeof abweichung>;

const kurz = z.strictObject({ id: z.string(), name: z.string(), stelle: z.string() });

const vorschauZeile = z.strictObject({
  /** As on screen; of an HSDS document the place in its list. */
  zeile: z.number(),
  name: z.string(),
  stelle: z.string(),
  /** The office is not known yet and would be added. */
  stelleNeu: z.boolean(),
  art: z.enum(['neu', 'geaendert', 'unveraendert', 'moeglich', 'abgelehnt']),
  angebotId: z.string().nullable(),
  felder: z.array(abweichung),
  einwand: z.array(z.strictObject({ spalte, code: z.string() })),
  /** Offers that this could be, likeliest first, each with what it would change there. */
  aehnlich: z.array(kurz.extend({ grund: z.array(doppelGrund), felder: z.array(abweichung) })),
});
export type VorschauZeile = z.infer<typeof vorschauZeile>;

export const austauschVorschau = z.strictObject({
  dateiId: z.string(),
  /** Of what the preview shows; a changed directory gives another. */
  stempel: z.string(),
  gueltigBis: z.string(),
  unveraendert: z.number(),
  /** Every row that is not unchanged. */
  zeile: z.array(vorschauZeile),
});
export type AustauschVorschau = z.infer<typeof austauschVorschau>;

export const entscheidung = z.strictObject({
  zeile: z.number().int(),
  /** The offer that the row is; null: another one, to be added. Rows without a decision are left out. */
  angebotId: z.uuid().nullable(),
});
export type Entscheidung = z.infer<typeof entscheidung>;

const eintrag = kurz.extend({ fassung: z.number(), kommuneId: z.string().nullable() });

const paar = z.strictObject({
  punkte: z.number(),
  grund: z.array(doppelGrund),
  angebot: z.tuple([eintrag, eintrag]),
});
export type Paar = z.infer<typeof paar>;

const zwei = z.strictObject({ angebotId: z.uuid(), anderesId: z.uuid() });

export const austauschContract = {
  exportAngebot: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/angebot_export',
    summary: 'Angebote nach Filter als xlsx, csv oder Open Referral HSDS',
    ability: 'angebot.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    query: angebotFilter.omit({ karte: true, anzahl: true }).extend({ format: austauschFormat }),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  previewAngebotDatei: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/angebot_datei',
    summary: 'Datei mit Angeboten prüfen; geschrieben wird nichts',
    ability: 'angebot.pflegen',
    reveals: 'stamm',
    refusals: ['datei-leer', 'datei-ohne-spalten', 'datei-kein-hsds', 'datei-beschaedigt', 'datei-zu-gross'],
    params: inKreis,
    query: z.strictObject({ quelle: z.string().trim().max(200).default('') }),
    upload: DATEI_BYTES,
    out: austauschVorschau,
  }),
  importAngebotDatei: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/angebot_datei/{dateiId}/uebernahme',
    summary: 'Geprüfte Datei übernehmen, alles oder nichts',
    ability: 'angebot.pflegen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden', 'vorschau-veraltet', 'entscheidung-unmoeglich', 'entscheidung-doppelt'],
    params: z.strictObject({ kreisId, dateiId: z.uuid() }),
    body: z.strictObject({ stempel: z.string().max(64), entscheidung: z.array(entscheidung).max(5_000) }),
    out: z.strictObject({
      angelegt: z.number(),
      geaendert: z.number(),
      ausgelassen: z.number(),
      stellen: z.number(),
    }),
  }),
  listAngebotDoppeleintrag: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/angebot_doppeleintrag',
    summary: 'Einträge, die dasselbe Angebot sein könnten',
    ability: 'angebot.lesen',
    reveals: 'stamm',
    refusals: [],
    params: inKreis,
    out: z.strictObject({
      paar: z.array(paar),
      /** Compared before and found to be different. */
      verschieden: z.array(z.tuple([kurz, kurz])),
      abilities: z.strictObject({ changeAngebot: z.boolean() }),
    }),
  }),
  setAngebotVerschieden: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/angebot_doppeleintrag',
    summary: 'Festhalten, dass zwei Einträge verschieden sind, oder das zurücknehmen',
    ability: 'angebot.pflegen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden'],
    params: inKreis,
    body: zwei.extend({ verschieden: z.boolean() }),
    out: z.strictObject({ verschieden: z.boolean() }),
  }),
  combineAngebot: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/angebot/{angebotId}/zusammenfuehrung',
    summary: 'Zwei Einträge desselben Angebots zusammenführen; der andere wird beendet',
    ability: 'angebot.pflegen',
    reveals: 'stamm',
    refusals: ['nicht-gefunden', 'gleichzeitig-geaendert', 'angebot-name-vergeben', 'angebot-schon-beendet'],
    params: z.strictObject({ kreisId, angebotId: z.uuid() }),
    body: z.strictObject({
      fassung: z.number().int(),
      anderesId: z.uuid(),
      andereFassung: z.number().int(),
      /** Taken from the other entry; all else stays. */
      felder: z.array(spalte).max(40),
    }),
    out: angebot,
  }),
};
