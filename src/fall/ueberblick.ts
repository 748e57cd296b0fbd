import { z } from 'zod';
import { schrittAkteur } from '#src/hilfeplan/plan.ts';
import { day } from '#src/platform/day.ts';
import { abschluss } from './abschluss.ts';
import { phasen } from './regelkreis.ts';

/** Papers of the person that run out, each with its last day. */
const ablaufArt = z.enum(['titel', 'einwilligung', 'entbindung']);

/**
 * What stands behind the path: read with the case itself, in one question to the database, so that one screen shows
 * where it stands, what is open, what comes next and what runs out.
 */
export const ueberblick = z.strictObject({
  pfad: z.strictObject({
    runde: z.number(),
    rundeAb: day,
    phase: z.array(
      z.strictObject({
        phase: z.enum(phasen),
        stand: z.enum(['erledigt', 'jetzt', 'offen']),
        am: day.nullable(),
      }),
    ),
  }),
  erstberatungAm: day.nullable(),
  /** Minutes of all contacts together, documentation not counted (M179). */
  beratungszeit: z.number(),
  /** A round that was begun and not completed. */
  assessmentEntwurf: z.boolean(),
  /** By the interval of the Kreis; null where it asks for none. */
  reAssessmentAm: day.nullable(),
  plan: z.strictObject({
    zieleGesamt: z.number(),
    zieleErreicht: z.number(),
    zieleOffen: z.number(),
    schritteOffen: z.number(),
    unterschriebenAm: day.nullable(),
  }),
  /** Open steps, the most pressing first; those without a day last. */
  schritt: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      akteur: schrittAkteur,
      /** Who does it where that is somebody else. */
      dritte: z.string(),
      faelligAm: day.nullable(),
    }),
  ),
  vermittlung: z.strictObject({
    gesamt: z.number(),
    laufend: z.number(),
    /** Day by which an answer was expected that has not come; the earliest. */
    rueckmeldungBis: day.nullable(),
  }),
  aufgabe: z.strictObject({ offen: z.number(), faelligAm: day.nullable() }),
  /** Next appointment, a moment. */
  termin: z.string().nullable(),
  ablauf: z.array(z.strictObject({ art: ablaufArt, am: day })),
  /** Newest first. */
  abschluss: z.array(abschluss),
});
export type Ueberblick = z.infer<typeof ueberblick>;
