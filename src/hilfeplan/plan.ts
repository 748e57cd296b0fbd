import { z } from 'zod';
import { day } from '#src/platform/day.ts';

/** Who does a step (M159): the person, the case manager, or somebody else. */
export const schrittAkteur = z.enum(['klient', 'casemanagement', 'dritte']);
export type SchrittAkteur = z.infer<typeof schrittAkteur>;

export const schrittStand = z.enum(['offen', 'in_arbeit', 'erledigt', 'entfallen']);
export type SchrittStand = z.infer<typeof schrittStand>;

export const zielStand = z.enum(['offen', 'in_arbeit', 'erreicht', 'teilweise', 'aufgegeben']);
export type ZielStand = z.infer<typeof zielStand>;

export const planSchritt = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  akteur: schrittAkteur,
  /** Office of the directory that does the step; only with the actor "dritte". */
  stelleId: z.uuid().nullable(),
  /** Name of whoever does it as it was when it was written; empty unless "dritte". */
  dritte: z.string(),
  faelligAm: day.nullable(),
  stand: schrittStand,
});
export type PlanSchritt = z.infer<typeof planSchritt>;

export const planZiel = z.strictObject({
  id: z.uuid(),
  lebensbereich: z.string(),
  text: z.string(),
  /** What the person says about it, in her own words. */
  worte: z.string(),
  /** By what both will see that it is reached. */
  indikator: z.string(),
  /** 1 first. */
  prioritaet: z.number().int().min(1).max(3),
  bisWann: day.nullable(),
  stand: zielStand,
  schritt: z.array(planSchritt),
});
export type PlanZiel = z.infer<typeof planZiel>;

/** Answer of the person to the plan; each but "ja" has a reason. */
export const zustimmung = z.strictObject({
  antwort: z.enum(['ja', 'nein', 'keine_antwort']),
  grund: z.string(),
});
export type Zustimmung = z.infer<typeof zustimmung>;

/** What is signed: goals in the order in which they are shown, steps in theirs. */
export const planInhalt = z.strictObject({
  ziel: z.array(planZiel),
  zustimmung: zustimmung.nullable(),
});
export type PlanInhalt = z.infer<typeof planInhalt>;
