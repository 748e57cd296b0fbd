import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { kreisId } from '#src/kreis/contract.ts';
import { notizZeile } from '#src/notiz/notiz.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

export const aufgabeStand = z.enum(['offen', 'erledigt', 'entfallen']);
export type AufgabeStand = z.infer<typeof aufgabeStand>;
const aufgabeHerkunft = z.enum(['hand', 'hilfeplan', 'vermittlung', 'uebergabe']);

const aufgabeEingabe = z.strictObject({
  text: z.string().trim().min(1).max(2_000),
  /** Last day; null without a deadline. */
  faelligAm: day.nullable(),
  /** Null: whoever leads the case. */
  zustaendigId: z.uuid().nullable(),
});

export const aufgabeZeile = z.strictObject({
  id: z.string(),
  fassung: z.number().int(),
  text: z.string(),
  faelligAm: day.nullable(),
  zustaendigId: z.string().nullable(),
  zustaendigName: z.string().nullable(),
  /** False where the named account does not work on the case any more, as after a hand-over. */
  zustaendigArbeitet: z.boolean(),
  stand: aufgabeStand,
  erledigtAm: day.nullable(),
  erledigtVonName: z.string().nullable(),
  herkunft: aufgabeHerkunft,
  vonName: z.string().nullable(),
});
export type AufgabeZeile = z.infer<typeof aufgabeZeile>;

const inAufgabe = z.strictObject({ kreisId, fallId: z.uuid(), aufgabeId: z.uuid() });
const arbeitRefusals = ['nicht-gefunden', 'fall-abgeschlossen', 'einwilligung-abgelaufen'] as const;

/** What is to be done in a case, by whom and until when; with the notes of the case in one answer. */
export const aufgabeContract = {
  listAufgabe: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/aufgabe',
    summary: 'Aufgaben und Notizen eines Falls',
    ability: 'aufgabe.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: z.strictObject({
      traegerId: z.string(),
      casemanagerId: z.string().nullable(),
      /** Who works on the case and can be given a task. */
      team: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      /** Open ones first, the most pressing at the top. */
      aufgabe: z.array(aufgabeZeile),
      /** Newest first; only those that the account may read. */
      notiz: z.array(notizZeile),
      abgeschlossen: z.boolean(),
      abilities: z.strictObject({ write: z.boolean() }),
    }),
  }),
  addAufgabe: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/aufgabe',
    summary: 'Aufgabe anlegen',
    ability: 'aufgabe.schreiben',
    reveals: 'fall',
    refusals: [...arbeitRefusals, 'frist-vergangen', 'zustaendig-fremd'],
    params: inFall,
    body: aufgabeEingabe,
    out: z.strictObject({ aufgabeId: z.string() }),
    status: 201,
  }),
  changeAufgabe: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/aufgabe/{aufgabeId}',
    summary: 'Aufgabe ändern oder weitergeben',
    ability: 'aufgabe.schreiben',
    reveals: 'fall',
    refusals: [
      ...arbeitRefusals,
      'frist-vergangen',
      'zustaendig-fremd',
      'gleichzeitig-geaendert',
      'aufgabe-zu',
    ],
    params: inAufgabe,
    body: aufgabeEingabe.extend({ fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
  setAufgabeStand: endpoint({
    method: 'POST',
    path: '/kreis/{kreisId}/fall/{fallId}/aufgabe/{aufgabeId}/stand',
    summary: 'Aufgabe erledigt, entfallen oder wieder offen',
    ability: 'aufgabe.schreiben',
    reveals: 'fall',
    refusals: [...arbeitRefusals, 'gleichzeitig-geaendert'],
    params: inAufgabe,
    body: z.strictObject({ stand: aufgabeStand, fassung: z.number().int() }),
    out: z.strictObject({ fassung: z.number() }),
  }),
};
