import type { FieldRefusal } from '#src/platform/refusal.ts';

/** A conference is over after two hours; longer has to be chosen. */
export const STUNDEN = 2;

/** Longer than two weeks nobody needs a case in clear for one occasion. */
const TAGE = 14;

/** Why an opening cannot end then. */
export function oeffnungRefusals(bis: Date, jetzt: Date): FieldRefusal[] {
  if (bis <= jetzt) return [{ instance: '/bis', code: 'oeffnung-vorbei' }];
  if (bis.getTime() > jetzt.getTime() + TAGE * 86_400_000)
    return [{ instance: '/bis', code: 'oeffnung-zu-lang' }];
  return [];
}
