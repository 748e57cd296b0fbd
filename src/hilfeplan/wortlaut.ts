import type { PlanInhalt, PlanSchritt, PlanZiel, Zustimmung } from './plan.ts';

/** A step as it is agreed; how far it has come is work on the plan, not its content. */
export type SchrittWortlaut = Omit<PlanSchritt, 'stand'>;
/** A goal as it is agreed. */
export type ZielWortlaut = Omit<PlanZiel, 'stand' | 'schritt'> & { readonly schritt: SchrittWortlaut[] };

/**
 * What is signed, as canonical JSON: every field in a fixed order, without the states. Its SHA-256 is the Prüfwert of a
 * version. A step that is ticked off changes nothing in it.
 */
export function wortlautOf({ ziel, zustimmung }: PlanInhalt): string {
  return JSON.stringify({ ziel: ziel.map(zielWortlaut), zustimmung: zustimmungWortlaut(zustimmung) });
}

function zielWortlaut(ziel: PlanZiel): ZielWortlaut {
  const { id, lebensbereich, text, worte, indikator, prioritaet, bisWann, schritt } = ziel;
  return {
    id,
    lebensbereich,
    text,
    worte,
    indikator,
    prioritaet,
    bisWann,
    schritt: schritt.map(schrittWortlaut),
  };
}

function schrittWortlaut({ id, text, akteur, stelleId, dritte, faelligAm }: PlanSchritt): SchrittWortlaut {
  return { id, text, akteur, stelleId, dritte, faelligAm };
}

function zustimmungWortlaut(zustimmung: Zustimmung | null): Zustimmung | null {
  return zustimmung === null ? null : { antwort: zustimmung.antwort, grund: zustimmung.grund };
}
