import type { Day } from '#src/platform/day.ts';
import { addDays } from '#src/platform/day.ts';
import type { UebergabeStand } from './anfrage-contract.ts';
import type { UebergabeEingabe, UebergabeGrund, UebergabeHinderung } from './eingabe.ts';

/** A case as far as a hand-over asks. */
export interface UebergabeFall {
  readonly traegerId: string;
  readonly aufgenommenAm: Day;
  /** Start of the responsibility that holds last. */
  readonly zustaendigSeit: Day;
  readonly einwilligungWiderrufen: boolean;
  readonly einwilligungAbgelaufen: boolean;
  readonly personGeloescht: boolean;
  /** Her data are only kept (Art. 18 GDPR). */
  readonly eingeschraenkt: boolean;
  /** Seen by her own Case Manager only; that one lifts the protection before somebody else takes over. */
  readonly geschuetzt: boolean;
  /** Another question about it waits for its answer. */
  readonly angefragt: boolean;
  /** The account only stands in for the one who leads it. */
  readonly vertretung: boolean;
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
  if (fall.angefragt) hinderungen.push('schon-angefragt');
  if (fall.vertretung) hinderungen.push('nur-fallfuehrung');
  // On the day of admission itself the first Träger would have had the case for no day at all.
  if (wirksamAm <= fall.aufgenommenAm) hinderungen.push('datum-vor-aufnahme');
  else if (wirksamAm < fall.zustaendigSeit) hinderungen.push('nach-juengerem-wechsel');
  if (fall.einwilligungWiderrufen) hinderungen.push('einwilligung-widerrufen');
  if (fall.einwilligungAbgelaufen) hinderungen.push('einwilligung-abgelaufen');
  if (fall.eingeschraenkt) hinderungen.push('person-eingeschraenkt');
  if (fall.geschuetzt) hinderungen.push('person-geschuetzt');
  if (fall.personGeloescht) hinderungen.push('person-geloescht');
  return hinderungen;
}

/**
 * Whether nobody need be asked: the Koordination carries out a change of jurisdiction or of the Träger itself (Vorlage
 * 197/23: 12 cases), and who works for both sides decides for both. Everything else is a question to the other Träger.
 */
export function movesAtOnce(
  wer: { readonly koordination: boolean; readonly beideSeiten: boolean },
  grund: UebergabeGrund,
): boolean {
  return wer.beideSeiten || (wer.koordination && (grund === 'zustaendigkeit' || grund === 'traegerwechsel'));
}

/** How a question stands on a day: unanswered after its last day it has lapsed. */
export function standOn(stand: UebergabeStand, fristAm: Day, heute: Day): UebergabeStand {
  return stand === 'angefragt' && fristAm < heute ? 'abgelaufen' : stand;
}

/** A fortnight to answer, as for a first appointment (Konzept Kreis Unna 4.1). */
export function fristVorschlag(heute: Day): Day {
  return addDays(heute, 14);
}

/** What became of a question when so many of its cases were accepted. */
export function standAfter(angenommen: number, alle: number): 'angenommen' | 'teilweise' | 'abgelehnt' {
  if (angenommen === 0) return 'abgelehnt';
  return angenommen === alle ? 'angenommen' : 'teilweise';
}
