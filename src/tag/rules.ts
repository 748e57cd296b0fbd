import type { Day } from '#src/platform/day.ts';
import type { Faellig } from './contract.ts';

export type Stufe = 'ueberfaellig' | 'heute' | 'demnaechst';

/** Where a line stands on the page: what has passed, what is for today, what comes. */
export function stufeOf({ am }: Pick<Faellig, 'am'>, heute: Day): Stufe {
  if (am < heute) return 'ueberfaellig';
  return am === heute ? 'heute' : 'demnaechst';
}

/** Urgent before others of the same day, appointments by the clock, then the longest due. */
export function compareFaellig(a: Faellig, b: Faellig): number {
  return (
    a.am.localeCompare(b.am) ||
    Number(b.dringlich) - Number(a.dringlich) ||
    Number(a.um === null) - Number(b.um === null) ||
    (a.um ?? '').localeCompare(b.um ?? '') ||
    (a.nummer ?? '').localeCompare(b.nummer ?? '')
  );
}
