import type { Day } from '#src/platform/day.ts';
import type { UebergabeEingabe, UebergabeHinderung } from './contract.ts';

/** A case as far as a hand-over asks. */
export interface UebergabeFall {
  readonly traegerId: string;
  readonly aufgenommenAm: Day;
  /** Start of the responsibility that holds last. */
  readonly zustaendigSeit: Day;
  readonly einwilligungWiderrufen: boolean;
  readonly einwilligungAbgelaufen: boolean;
  readonly personGeloescht: boolean;
}

/**
 * What stands in the way of handing a case over. It moves only with the client's agreement, not before its admission,
 * and not behind a later change: the figures of the days between would no longer be true.
 */
export function uebergabeHinderungen(
  fall: UebergabeFall,
  eingabe: Pick<UebergabeEingabe, 'anTraegerId' | 'wirksamAm' | 'zustimmungAm'>,
): UebergabeHinderung[] {
  const { wirksamAm, zustimmungAm, anTraegerId } = eingabe;
  const hinderungen: UebergabeHinderung[] = [];
  if (zustimmungAm === null) hinderungen.push('zustimmung-fehlt');
  else if (zustimmungAm > wirksamAm) hinderungen.push('zustimmung-nach-uebergabe');
  if (fall.traegerId === anTraegerId) hinderungen.push('schon-dort');
  // On the day of admission itself the first Träger would have had the case for no day at all.
  if (wirksamAm <= fall.aufgenommenAm) hinderungen.push('datum-vor-aufnahme');
  else if (wirksamAm < fall.zustaendigSeit) hinderungen.push('nach-juengerem-wechsel');
  if (fall.einwilligungWiderrufen) hinderungen.push('einwilligung-widerrufen');
  if (fall.einwilligungAbgelaufen) hinderungen.push('einwilligung-abgelaufen');
  if (fall.personGeloescht) hinderungen.push('person-geloescht');
  return hinderungen;
}
