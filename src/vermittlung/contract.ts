import { z } from 'zod';
import { entbindungInhalt } from '#src/entbindung/contract.ts';
import { inFall } from '#src/fall/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';
import {
  antwortEingabe,
  ergebnis,
  kanal,
  schreiben,
  uhrzeit,
  vermittlungArt,
  vermittlungGrund,
  vermittlungStand,
} from './vermittlung.ts';

const inVermittlung = inFall.extend({ vermittlungId: z.uuid() });
const path = '/kreis/{kreisId}/fall/{fallId}/vermittlung';

const standZeile = z.strictObject({
  stand: vermittlungStand,
  grund: vermittlungGrund.nullable(),
  ergebnis: ergebnis.nullable(),
  am: day,
  herkunft: z.enum(['casemanagement', 'partner', 'widerruf']),
  worte: z.string(),
});

export const vermittlungZeile = z.strictObject({
  id: z.string(),
  fassung: z.number().int(),
  art: vermittlungArt,
  angebotId: z.string().nullable(),
  angebotName: z.string().nullable(),
  stelleId: z.string(),
  stelleName: z.string(),
  /** The office leads cases of its own (SGB II, III, VIII): its results are brought together here. */
  fuehrtSelbst: z.boolean(),
  lebensbereich: z.string(),
  zielId: z.string().nullable(),
  am: day,
  terminAm: day.nullable(),
  terminUm: z.string().nullable(),
  kanal: kanal.nullable(),
  stand: vermittlungStand,
  standAm: day,
  rueckmeldungBis: day.nullable(),
  /** Exactly what left or is to leave; null where nothing does. */
  schreiben: schreiben.nullable(),
  /** Oldest first. */
  verlauf: z.array(standZeile),
});
export type VermittlungZeile = z.infer<typeof vermittlungZeile>;

const ziel = {
  /** Null: the office itself. */
  angebotId: z.uuid().nullable(),
  /** Needed where no offer is chosen. */
  stelleId: z.uuid().nullable(),
  lebensbereich: z.string().min(1).max(60),
};
const zeit = {
  terminAm: day.nullable(),
  terminUm: uhrzeit.nullable(),
};
const weitergabe = {
  inhalt: z.array(entbindungInhalt).max(20),
  /** Keys of lines that are left out; what is not known or not released never comes in. */
  ohne: z.array(z.string().max(80)).max(100),
};
const zielRefusals = ['ziel-fehlt', 'stelle-unbekannt', 'angebot-unbekannt', 'code-unbekannt'] as const;
const zeitRefusals = ['datum-in-zukunft', 'datum-vor-aufnahme', 'termin-vor-vermittlung'] as const;
const zustand = ['nicht-gefunden', 'fall-abgeschlossen', 'gleichzeitig-geaendert'] as const;

export const vermittlungContract = {
  listVermittlung: endpoint({
    method: 'GET',
    path,
    summary: 'Vermittlungen und Verweise eines Falls mit Stand, Rückmeldungen und dem, was hinausging',
    ability: 'vermittlung.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.strictObject({
      vermittlung: z.array(vermittlungZeile),
      /** Kommune of the case, to choose offers that are there for it. */
      kommuneId: z.string().nullable(),
      /** Offices that answer in an account of their own. */
      partnerkonto: z.array(z.string()),
      abgeschlossen: z.boolean(),
      abilities: z.strictObject({ write: z.boolean() }),
    }),
  }),
  previewVermittlung: endpoint({
    method: 'POST',
    path: `${path}_vorschau`,
    summary: 'Genau das, was bei einer Vermittlung hinausginge',
    ability: 'vermittlung.schreiben',
    reveals: 'person',
    liest: true,
    refusals: ['nicht-gefunden', ...zielRefusals],
    params: inFall,
    body: z.strictObject({ ...ziel, ...zeit, ...weitergabe, am: day, rueckmeldungBis: day.nullable() }),
    status: 200,
    out: z.strictObject({
      /** Only a Verweis is possible. */
      nurVerweis: z.boolean(),
      /** Why nothing may leave; null when it may. */
      fehlt: z.enum(['entbindung-fehlt', 'einwilligung-abgelaufen', 'inhalt-fehlt']).nullable(),
      stelleName: z.string(),
      /** Agreed route to the office, in words. */
      weg: z.string(),
      /** All lines of the chosen contents, those left out among them; null where nothing may leave. */
      angabe: schreiben.shape.angabe.nullable(),
      schreiben: schreiben.nullable(),
    }),
  }),
  addVermittlung: endpoint({
    method: 'POST',
    path,
    summary:
      'Vermitteln: Kontakt herstellen, Termin vereinbaren; Angaben nur auf eine Schweigepflichtsentbindung',
    ability: 'vermittlung.schreiben',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'fall-abgeschlossen',
      'entbindung-fehlt',
      'einwilligung-abgelaufen',
      'nur-verweis',
      'inhalt-fehlt',
      'kanal-fehlt',
      'partnerkonto-fehlt',
      'rueckmeldung-vor-vermittlung',
      ...zielRefusals,
      ...zeitRefusals,
    ],
    params: inFall,
    body: z.strictObject({
      ...ziel,
      ...zeit,
      ...weitergabe,
      am: day,
      zielId: z.uuid().nullable(),
      schrittId: z.uuid().nullable(),
      /** Null: nothing leaves, the appointment was made together with the person. */
      kanal: kanal.nullable(),
      rueckmeldungBis: day.nullable(),
      /** False: prepared only. */
      senden: z.boolean(),
    }),
    status: 201,
    out: z.strictObject({ vermittlungId: z.string() }),
  }),
  addVerweis: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/verweis',
    summary: 'Verweis notieren: Information an die Person ausgehändigt; nichts geht an die Stelle',
    ability: 'vermittlung.schreiben',
    reveals: 'fall',
    refusals: [
      'nicht-gefunden',
      'fall-abgeschlossen',
      'rueckmeldung-vor-vermittlung',
      ...zielRefusals,
      ...zeitRefusals,
    ],
    params: inFall,
    body: z.strictObject({
      ...ziel,
      ...zeit,
      am: day,
      zielId: z.uuid().nullable(),
      schrittId: z.uuid().nullable(),
      rueckmeldungBis: day.nullable(),
    }),
    status: 201,
    out: z.strictObject({ vermittlungId: z.string() }),
  }),
  sendVermittlung: endpoint({
    method: 'POST',
    path: `${path}/{vermittlungId}/sendung`,
    summary: 'Vorbereitete Vermittlung senden; prüft die Entbindung noch einmal',
    ability: 'vermittlung.schreiben',
    reveals: 'fall',
    refusals: [...zustand, 'entbindung-fehlt', 'einwilligung-abgelaufen', 'stand-folgt-nicht', 'nur-verweis'],
    params: inVermittlung,
    body: z.strictObject({ fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  answerVermittlung: endpoint({
    method: 'POST',
    path: `${path}/{vermittlungId}/stand`,
    summary: 'Rückmeldung eintragen: angenommen, abgelehnt, Warteliste, begonnen, beendet, zurückgezogen',
    ability: 'vermittlung.schreiben',
    reveals: 'fall',
    refusals: [
      ...zustand,
      'stand-folgt-nicht',
      'grund-fehlt',
      'ergebnis-fehlt',
      'datum-in-zukunft',
      'datum-vor-letztem-stand',
    ],
    params: inVermittlung,
    body: antwortEingabe,
    out: z.strictObject({ fassung: z.number() }),
  }),
  changeVermittlung: endpoint({
    method: 'PUT',
    path: `${path}/{vermittlungId}`,
    summary: 'Termin oder Wiedervorlage einer offenen Vermittlung ändern',
    ability: 'vermittlung.schreiben',
    reveals: 'fall',
    refusals: [...zustand, 'stand-folgt-nicht', 'termin-vor-vermittlung', 'rueckmeldung-vor-vermittlung'],
    params: inVermittlung,
    body: z.strictObject({ fassung: z.number().int(), ...zeit, rueckmeldungBis: day.nullable() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
};
