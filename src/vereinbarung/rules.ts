import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

interface Tage {
  readonly vereinbartAm: Day | null;
  readonly gueltigBis: Day | null;
}

export type VereinbarungStand = 'im_gespraech' | 'gilt' | 'endet_bald' | 'beendet';

/** How an agreement stands on a day; two months before its end it has to be talked about again. */
export function standOf({ vereinbartAm, gueltigBis }: Tage, heute: Day, bald: Day): VereinbarungStand {
  if (gueltigBis !== null && gueltigBis <= heute) return 'beendet';
  if (vereinbartAm === null) return 'im_gespraech';
  return gueltigBis !== null && gueltigBis <= bald ? 'endet_bald' : 'gilt';
}

/** What is wrong with the days: agreed in the future, ended before it began. */
export function vereinbarungRefusals({ vereinbartAm, gueltigBis }: Tage, heute: Day): FieldRefusal[] {
  const felder: FieldRefusal[] = [];
  if (vereinbartAm !== null && vereinbartAm > heute)
    felder.push({ instance: '/vereinbartAm', code: 'datum-in-zukunft' });
  if (vereinbartAm !== null && gueltigBis !== null && gueltigBis <= vereinbartAm)
    felder.push({ instance: '/gueltigBis', code: 'vereinbarung-ende-vor-beginn' });
  return felder;
}
