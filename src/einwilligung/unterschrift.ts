import { z } from 'zod';
import { isDay, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

/** x and y in pixels of the field, milliseconds since its first point, pressure 0 to 1. */
const punkt = z.tuple([z.number(), z.number(), z.number().min(0), z.number().min(0).max(1)]);

/** One stroke of the pen, from putting down to lifting. */
export const strich = z.array(punkt).min(1).max(5_000);
export type Strich = z.infer<typeof strich>;

/** What lies sealed in unterschrift.strich_siegel. */
export const striche = z.array(strich).max(500);
export type Striche = z.infer<typeof striche>;

const unterschriftRolle = z.enum(['klient', 'vertretung', 'fachkraft']);
export type UnterschriftRolle = z.infer<typeof unterschriftRolle>;

export const unterschriftEingabe = z.strictObject({
  rolle: z.enum(['klient', 'vertretung']),
  form: z.enum(['bildschirm', 'papier']),
  /** Empty on paper. */
  strich: striche,
});
export type UnterschriftEingabe = z.infer<typeof unterschriftEingabe>;

export const unterschriftZeile = z.strictObject({
  id: z.string(),
  rolle: unterschriftRolle,
  form: z.enum(['bildschirm', 'papier']),
  am: z.string(),
  /** A scan of the paper is kept. */
  scan: z.boolean(),
});

/** Shorter than this in both directions is a slip of the pen. */
const SLIP = 8;

/** True when the strokes are more than a dot. */
export function isSigned(unterschrift: readonly Strich[]): boolean {
  const punkte = unterschrift.flat();
  return ([0, 1] as const).some((axis) => {
    const werte = punkte.map((each) => each[axis]);
    return (
      werte.length > 1 &&
      werte.reduce((a, b) => Math.max(a, b)) - werte.reduce((a, b) => Math.min(a, b)) >= SLIP
    );
  });
}

/** True on every day before the eighteenth birthday; without a birth date nobody is taken for a minor. */
export function isMinderjaehrig(geburtsdatum: Day | null, am: Day): boolean {
  // A birth after the signature is a slip of the pen, not a child.
  if (geburtsdatum === null || !isDay(geburtsdatum) || geburtsdatum > am) return false;
  return `${Number(geburtsdatum.slice(0, 4)) + 18}${geburtsdatum.slice(4)}` > am;
}

export interface UnterschriftLage {
  readonly geburtsdatum: Day | null;
  readonly am: Day;
  readonly heute: Day;
  /** Names of those who sign for a child or a person under legal care. */
  readonly vertretung: readonly string[];
  /** Both parents have custody. */
  readonly gemeinsam: boolean;
  readonly unterschrift: readonly UnterschriftEingabe[];
}

/**
 * Why a paper is not signed: a minor through the parents, both where custody is joint; everyone else in person, or
 * through the one who represents them. On screen only on the day itself, and with strokes.
 */
export function unterschriftRefusals(lage: UnterschriftLage): FieldRefusal[] {
  const { unterschrift, vertretung } = lage;
  const von = (rolle: UnterschriftEingabe['rolle']) => unterschrift.filter((u) => u.rolle === rolle).length;
  const refusals: FieldRefusal[] = [];
  if (vertretung.length === 0 && isMinderjaehrig(lage.geburtsdatum, lage.am)) {
    refusals.push({ instance: '/vertretung', code: 'vertretung-fehlt' });
  } else if (lage.gemeinsam && vertretung.length < 2) {
    refusals.push({ instance: '/vertretung', code: 'vertretung-gemeinsam' });
  } else if (vertretung.length > 0 && von('vertretung') !== vertretung.length) {
    refusals.push({ instance: '/unterschrift', code: 'unterschrift-vertretung-fehlt' });
  } else if (vertretung.length === 0 && von('klient') !== 1) {
    refusals.push({ instance: '/unterschrift', code: 'unterschrift-fehlt' });
  }
  unterschrift.forEach(({ form, strich: werte }, index) => {
    const instance = `/unterschrift/${index}/strich`;
    if (form === 'bildschirm' && !isSigned(werte)) refusals.push({ instance, code: 'unterschrift-leer' });
    if (form === 'papier' && werte.length > 0) refusals.push({ instance, code: 'wert-ungueltig' });
  });
  if (lage.am > lage.heute) refusals.push({ instance: '/am', code: 'datum-in-zukunft' });
  else if (lage.am < lage.heute && unterschrift.some((u) => u.form === 'bildschirm')) {
    refusals.push({ instance: '/am', code: 'bildschirm-nur-heute' });
  }
  return refusals;
}
