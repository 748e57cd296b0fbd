import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

export interface StelleTage {
  readonly vereinbartAm: Day | null;
  readonly gueltigBis: Day | null;
}

/** What is wrong with the days of a partner office: agreed in the future, ended before it began. */
export function stelleRefusals(tage: StelleTage, gueltigAb: Day, heute: Day): FieldRefusal[] {
  const felder: FieldRefusal[] = [];
  if (tage.vereinbartAm !== null && tage.vereinbartAm > heute) {
    felder.push({ instance: '/vereinbartAm', code: 'datum-in-zukunft' });
  }
  if (tage.gueltigBis !== null && tage.gueltigBis <= gueltigAb) {
    felder.push({ instance: '/gueltigBis', code: 'stelle-ende-vor-beginn' });
  }
  return felder;
}

/** True for a partner with whom the route is not agreed yet: no day is known (Vorlage 197/23 §2, Zugang). */
export function isUnvereinbart(stelle: Pick<StelleTage, 'vereinbartAm'>): boolean {
  return stelle.vereinbartAm === null;
}

/** True while the office is a partner on the day. */
export function isCurrent(stelle: Pick<StelleTage, 'gueltigBis'>, am: Day): boolean {
  return stelle.gueltigBis === null || stelle.gueltigBis > am;
}
