import { coesfeld } from './data/coesfeld.ts';
import type { KreisPlan } from '#src/kreis/plan.ts';
import { mitteOf } from './data/mitten.ts';
import { steinfurt } from './data/steinfurt.ts';
import { unna } from './data/unna.ts';

/** The Kreise of the demo, after the concept papers and committee papers of Unna, Steinfurt with Rheine, and Coesfeld. */
export const demoKreise: readonly KreisPlan[] = [unna, steinfurt, coesfeld].map((plan) => ({
  ...plan,
  kommune: plan.kommune.map((each) => ({ ...each, ...mitteOf(each.name) })),
}));
