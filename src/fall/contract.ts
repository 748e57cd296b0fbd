import { z } from 'zod';
import { begleitungAntwort } from '#src/begleitung/contract.ts';
import { kontaktListe } from '#src/beratungskontakt/kontakt.ts';
import { inKreis, kreisId } from '#src/kreis/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { fallAufnahme, merkmalEingabe } from './aufnahme.ts';
import { ansicht, ansichtFilter, fallFilter, fallSuche } from './filter.ts';
import { day } from '#src/platform/day.ts';
import { abschlussEingabe } from './abschluss.ts';
import { ueberblick } from './ueberblick.ts';
import { verlaufZeile } from './verlauf.ts';

export const fallStatus = z.enum(['aktiv', 'ruhend', 'abgeschlossen']);
export type FallStatus = z.infer<typeof fallStatus>;

export const inFall = z.strictObject({ kreisId, fallId: z.uuid() });

/** Name and birth date; null for everyone who sees the case only by its number. */
const personKurz = z.strictObject({
  id: z.string(),
  familienname: z.string(),
  vorname: z.string(),
  geburtsdatum: day.nullable(),
});

export const fallZeile = z.strictObject({
  id: z.string(),
  nummer: z.string(),
  person: personKurz.nullable(),
  traegerId: z.string(),
  casemanagerId: z.string().nullable(),
  kommuneId: z.string().nullable(),
  ortsteilId: z.string().nullable(),
  status: fallStatus,
  /** When "aktiv" lapses by the rule of the Kreis; null when set by hand or no rule. */
  aktivBis: day.nullable(),
  aufgenommenAm: day,
  letzterKontakt: day.nullable(),
});
export type FallZeile = z.infer<typeof fallZeile>;

export const fallAkte = fallZeile.extend({
  fassung: z.number().int(),
  zugang: z.string().nullable(),
  bemerkung: z.string().nullable(),
  merkmal: z.strictObject({
    geschlecht: z.string().nullable(),
    herkunftsland: z.string().nullable(),
    leistungsbezug: z.string().nullable(),
    lebensbereich: z.array(z.string()),
  }),
  /** The one that holds, else the last one withdrawn; null for those who see the case by its number only. */
  einwilligung: z
    .strictObject({
      personId: z.string(),
      erteiltAm: day,
      textfassung: z.string(),
      sprache: z.string(),
      widerrufenAm: day.nullable(),
      /** Last day, where it has an end. */
      ablaufAm: day.nullable(),
    })
    .nullable(),
  statusGrund: z.string().nullable(),
  statusHerkunft: z.enum(['aufnahme', 'hand', 'uebernahme']),
  statusSeit: day,
  /** Rule by which "aktiv" is computed here and now, for the explanation beside the status. */
  aktivRegel: z.strictObject({ art: z.enum(['kontakt', 'gemeldet']), monate: z.number().nullable() }),
  episode: z.array(
    z.strictObject({ nummer: z.number(), ab: day, bis: day.nullable(), grund: z.string().nullable() }),
  ),
  zustaendigkeit: z.array(
    z.strictObject({
      traegerId: z.string(),
      casemanagerId: z.string().nullable(),
      ab: day,
      bis: day.nullable(),
      anlass: z.string(),
    }),
  ),
  abh: z.string().nullable(),
  ebh: z.string().nullable(),
  /** Null for those who see the case by its number only. */
  ueberblick: ueberblick.nullable(),
  /** The 30 newest contacts, so that one request opens a case. */
  kontakt: kontaktListe,
  abilities: z.strictObject({
    recordBeratungskontakt: z.boolean(),
    changeFall: z.boolean(),
    setStatus: z.boolean(),
    closeFall: z.boolean(),
    reopenFall: z.boolean(),
    assignFall: z.boolean(),
    uebergeben: z.boolean(),
  }),
});
export type FallAkte = z.infer<typeof fallAkte>;

export const fallContract = {
  listFall: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall',
    summary: 'Fälle, die das Konto sehen darf',
    ability: 'fall.lesen',
    reveals: 'person',
    refusals: [],
    params: inKreis,
    query: fallFilter,
    out: z.strictObject({ gesamt: z.number(), fall: z.array(fallZeile) }),
  }),
  searchFall: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/suche',
    summary: 'Fälle nach Name oder Fall-Nr. suchen',
    liest: true,
    ability: 'fall.lesen',
    reveals: 'person',
    refusals: [],
    params: inKreis,
    body: fallSuche,
    status: 200,
    out: z.strictObject({ gesamt: z.number(), fall: z.array(fallZeile) }),
  }),
  getFall: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}',
    summary: 'Fallakte',
    ability: 'akte.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: fallAkte,
  }),
  getVerlauf: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/verlauf',
    summary: 'Verlauf eines Falls',
    ability: 'akte.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.array(verlaufZeile),
  }),
  printSkizze: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/skizze',
    summary: 'Fallskizze ohne Namen für eine Besprechung',
    ability: 'fall.aendern',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    query: z.strictObject({ sprache: z.enum(['de', 'en']).optional() }),
    file: 'application/pdf',
  }),
  admitFall: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall',
    summary: 'Person mit Einwilligung aufnehmen',
    ability: 'fall.aufnehmen',
    reveals: 'fall',
    refusals: [
      'einwilligung-fehlt',
      'einwilligung-nach-aufnahme',
      'datum-in-zukunft',
      'traeger-fremd',
      'code-unbekannt',
      'name-andere-schrift',
      'name-zeichen',
    ],
    params: inKreis,
    body: fallAufnahme,
    out: z.strictObject({
      fallId: z.string(),
      nummer: z.string(),
      begleitung: begleitungAntwort,
    }),
    status: 201,
  }),
  changeFall: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}',
    summary: 'Angaben eines Falls ändern',
    ability: 'fall.aendern',
    reveals: 'fall',
    refusals: [
      'gleichzeitig-geaendert',
      'code-unbekannt',
      'datum-in-zukunft',
      'datum-vor-aufnahme',
      'name-andere-schrift',
      'name-zeichen',
    ],
    params: inFall,
    body: z.strictObject({
      fassung: z.number().int(),
      familienname: z.string().trim().min(1).max(200),
      vorname: z.string().trim().max(200),
      geburtsdatum: day.nullable(),
      kommuneId: z.string().max(8).nullable(),
      ortsteilId: z.uuid().nullable(),
      zugang: z.string().max(60).nullable(),
      merkmal: merkmalEingabe,
      merkmalAb: day,
      bemerkung: z.string().max(20_000),
    }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  setStatus: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/status',
    summary: 'Ruhen, Abschluss oder Wiederaufnahme',
    ability: 'fall.aendern',
    reveals: 'fall',
    refusals: [
      'grund-fehlt',
      'datum-in-zukunft',
      'datum-vor-aufnahme',
      'datum-vor-letztem-status',
      'status-unveraendert',
      'begruendung-gesperrt',
      'nur-fallfuehrung',
      'schritte-offen',
      'datum-ungueltig',
      'code-unbekannt',
      'gleichzeitig-geaendert',
    ],
    params: inFall,
    body: z.strictObject({
      fassung: z.number().int(),
      status: fallStatus,
      ab: day,
      grund: z.string().max(60).nullable(),
      begruendung: z.string().max(5_000),
      /** Comes with a closure; left out where the person is locked. */
      abschluss: abschlussEingabe.optional(),
    }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  assignFall: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/zuweisung',
    summary: 'Case Manager*in zuweisen',
    ability: 'fall.aendern',
    reveals: 'fall',
    zweck: 'uebergabe',
    refusals: [
      'konto-fremd',
      'datum-in-zukunft',
      'datum-vor-zustaendigkeit',
      'nur-fallfuehrung',
      'person-geschuetzt',
      'gleichzeitig-geaendert',
    ],
    params: inFall,
    body: z.strictObject({ fassung: z.number().int(), casemanagerId: z.uuid(), ab: day }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  listAnsicht: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/ansicht',
    summary: 'Gespeicherte Ansichten',
    ability: 'fall.lesen',
    reveals: 'nichts',
    refusals: [],
    params: inKreis,
    out: z.array(ansicht),
  }),
  saveAnsicht: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/ansicht',
    summary: 'Ansicht speichern',
    ability: 'fall.lesen',
    reveals: 'nichts',
    refusals: [],
    params: inKreis,
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      filter: ansichtFilter,
    }),
    out: ansicht,
    status: 201,
  }),
  deleteAnsicht: endpoint({
    method: 'DELETE',
    path: '/kreis/{kreisId}/ansicht/{ansichtId}',
    summary: 'Ansicht löschen',
    ability: 'fall.lesen',
    reveals: 'nichts',
    refusals: [],
    params: z.strictObject({ kreisId, ansichtId: z.uuid() }),
    status: 204,
  }),
};
