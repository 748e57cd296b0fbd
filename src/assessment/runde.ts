import { z } from 'zod';
import { day } from '#src/platform/day.ts';

const code = z.string().min(1).max(60);
const text = z.string().max(2_000);

/** How the professional rates a Lebensbereich. */
export const bedarf = z.enum(['keiner', 'bedarf', 'dringend', 'nicht_besprochen']);
export type Bedarf = z.infer<typeof bedarf>;

/** How the person sees it; null where nobody asked. */
export const sicht = z.enum(['keiner', 'bedarf', 'dringend']);

/** Whether a need of the round before was worked on (Re-Assessment, Konzept Kreis Unna 2.2). */
export const bearbeitet = z.enum(['ja', 'teilweise', 'nein']);
export type Bearbeitet = z.infer<typeof bearbeitet>;

/** The areas in which somebody shapes the own integration independently (Konzept Kreis Unna 2.3). */
export const dimension = z.enum(['rechtlich', 'sozial', 'beruflich', 'finanziell', 'gesundheitlich']);
export type Dimension = z.infer<typeof dimension>;

export const ressourceArt = z.enum(['persoenlich', 'sozial', 'materiell']);
export type RessourceArt = z.infer<typeof ressourceArt>;

/** Present or not, so that it can be counted; null where nobody asked. */
const ressource = z.strictObject({ vorhanden: z.boolean().nullable(), text });

export const bereich = z.strictObject({
  code,
  bedarf,
  sicht: sicht.nullable(),
  ressource: z.strictObject({ persoenlich: ressource, sozial: ressource, materiell: ressource }),
  bearbeitet: bearbeitet.nullable(),
  /** What the person says, in the own words. */
  worte: text,
  notiz: text,
});
export type Bereich = z.infer<typeof bereich>;

/** How independently somebody acts, from 1 to 5; the words stand in anker.ts. */
const stufen = z.literal([1, 2, 3, 4, 5]);
export type Stufe = z.infer<typeof stufen>;

const stufe = stufen.nullable();
export const selbststand = z.strictObject({
  rechtlich: stufe,
  sozial: stufe,
  beruflich: stufe,
  finanziell: stufe,
  gesundheitlich: stufe,
});
export type Selbststand = z.infer<typeof selbststand>;

const stand = z.enum(['entwurf', 'abgeschlossen']);

export const rundeEingabe = z.strictObject({
  fassung: z.number().int(),
  am: day,
  /** "abgeschlossen" ends the round: it can only be read from then on. */
  stand,
  gespraech: z.string().max(10_000),
  bereich: z.array(bereich).max(40),
  selbststand,
});
export type RundeEingabe = z.infer<typeof rundeEingabe>;

/** A round as it was recorded. */
export const runde = rundeEingabe.extend({
  id: z.string(),
  /** 1 is the Assessment, each further one a Re-Assessment. */
  runde: z.number().int(),
  art: z.enum(['assessment', 're_assessment']),
  /** `neu`: a need that the round before did not know. */
  bereich: z.array(bereich.extend({ neu: z.boolean() })),
  vonName: z.string().nullable(),
});
export type Runde = z.infer<typeof runde>;

/** A Lebensbereich of which nothing was said yet. */
export function emptyBereich(lebensbereich: string): Bereich {
  const leer = { vorhanden: null, text: '' };
  return {
    code: lebensbereich,
    bedarf: 'nicht_besprochen',
    sicht: null,
    ressource: { persoenlich: leer, sozial: leer, materiell: leer },
    bearbeitet: null,
    worte: '',
    notiz: '',
  };
}

export const emptySelbststand: Selbststand = {
  rechtlich: null,
  sozial: null,
  beruflich: null,
  finanziell: null,
  gesundheitlich: null,
};
