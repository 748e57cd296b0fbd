import { z } from 'zod';
import { inFall } from '#src/fall/contract.ts';
import { endpoint } from '#src/platform/contract.ts';
import { day } from '#src/platform/day.ts';

const antwort = z.string().max(2000);
/** The guided answers to what no field asks for (Konzept Kreis Unna 4.4). */
export const wissen = z.strictObject({
  vertrauen: antwort,
  umgang: antwort,
  absprachen: antwort,
  vorsicht: antwort,
});
export type Wissen = z.infer<typeof wissen>;
export const wissenFrage = wissen.keyof();

const blattArt = z.enum([
  'schritt',
  'aufgabe',
  'vermittlung',
  'termin',
  'titel',
  'einwilligung',
  'entbindung',
  'weitergabe',
]);

/** One line of what is open in a case. */
export const blattPosten = z.strictObject({
  art: blattArt,
  /** The words of it, or a code of a list; empty where the kind says all. */
  text: z.string(),
  /** Who does it or with whom; empty where nobody is named. */
  wer: z.string(),
  /** Last day, or the day of an appointment. */
  bis: day.nullable(),
  /** Time of an appointment, HH:MM. */
  um: z.string().nullable(),
});
export type BlattPosten = z.infer<typeof blattPosten>;

const blatt = z.strictObject({
  nummer: z.string(),
  person: z.strictObject({ familienname: z.string(), vorname: z.string() }),
  /** 0 while nothing has been written down. */
  fassung: z.number(),
  wissen,
  posten: z.array(blattPosten),
});

/** The hand-over sheet of a case: what is open, made from the file, and what is in no file. */
export const blattContract = {
  getBlatt: endpoint({
    method: 'GET',
    path: '/kreis/{kreisId}/fall/{fallId}/uebergabeblatt',
    summary: 'Übergabeblatt eines Falls: was offen ist, und was nicht in der Akte steht',
    ability: 'fall.lesen',
    reveals: 'person',
    refusals: ['nicht-gefunden'],
    params: inFall,
    out: blatt,
  }),
  saveBlatt: endpoint({
    method: 'PUT',
    path: '/kreis/{kreisId}/fall/{fallId}/uebergabeblatt',
    summary: 'Aufschreiben, was nicht in der Akte steht',
    ability: 'fall.aendern',
    reveals: 'fall',
    refusals: ['nicht-gefunden', 'nicht-erlaubt', 'gleichzeitig-geaendert'],
    params: inFall,
    body: wissen.extend({ fassung: z.number().int().min(0) }),
    out: z.strictObject({ fassung: z.number() }),
  }),
};
