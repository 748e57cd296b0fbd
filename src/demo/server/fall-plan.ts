import { coesfeld } from '../data/coesfeld.ts';
import type { KreisPlan } from '#src/kreis/plan.ts';
import { unna } from '../data/unna.ts';

/** How many invented cases a Kreis gets and how they are spread. */
export interface FallPlan {
  readonly kreis: KreisPlan;
  readonly anzahl: number;
  /** Admissions lie between this many months ago and now. */
  readonly monate: number;
  /** Share of cases older than a year that are closed. */
  readonly geschlossen: number;
  /** Sonstige Kontakte of a Träger in a month, at most. */
  readonly sonstigeJeMonat: number;
  /** Cases that changed from one Träger to another on one day. */
  readonly uebergabe?: {
    readonly von: string;
    readonly an: string;
    readonly vorTagen: number;
    readonly anzahl: number;
  };
}

export const unnaFaelle: FallPlan = {
  kreis: unna,
  anzahl: 180,
  monate: 40,
  geschlossen: 0.45,
  sonstigeJeMonat: 4,
  uebergabe: { von: 'stadt_luenen', an: 'umwelt_werkstatt', vorTagen: 120, anzahl: 4 },
};

/** About 80 persons are in accompaniment (Kreis Coesfeld 2023), so hardly any of them is closed. */
export const coesfeldFaelle: FallPlan = {
  kreis: coesfeld,
  anzahl: 104,
  monate: 14,
  geschlossen: 0.4,
  sonstigeJeMonat: 6,
};
