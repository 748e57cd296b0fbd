import type { Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';
import { findTitel } from './titel.ts';

/** What is entered of a title. */
export interface TitelAngabe {
  readonly titel: string;
  /** Last day of validity; null where it has none or nobody knows it. */
  readonly laeuftAbAm: Day | null;
  /** The extension was applied for in time, so the title goes on (§ 81 (4) AufenthG). */
  readonly verlaengerung: boolean;
}

/** Title that somebody has who applied for the extension before it expired. */
const fiktion = 'FIKTION_81_4';

/** Why a title cannot be entered for a day; pointers begin with `feld`. */
export function titelRefusals(angabe: TitelAngabe, am: Day, feld = ''): FieldRefusal[] {
  const refusals: FieldRefusal[] = [];
  if (!findTitel(angabe.titel)) refusals.push({ instance: `${feld}/titel`, code: 'code-unbekannt' });
  if (isAbgelaufen(angabe, am) && !angabe.verlaengerung) {
    refusals.push({ instance: `${feld}/laeuftAbAm`, code: 'titel-abgelaufen' });
  }
  return refusals;
}

/** Why a title cannot begin on a day: some are held but no longer granted. */
export function neuerTitelRefusals(titel: string, vorher: string | null, ab: Day): FieldRefusal[] {
  const ende = findTitel(titel)?.neuBis;
  if (ende === undefined || titel === vorher || ab <= ende) return [];
  return [{ instance: '/titel', code: 'titel-nicht-mehr-erteilt' }];
}

/** The title as it counts: an expired one whose extension was applied for goes on as Fiktion, without that date. */
export function geltenderTitel(
  angabe: TitelAngabe,
  am: Day,
): { readonly wert: string; readonly laeuftAbAm: Day | null } {
  if (isAbgelaufen(angabe, am)) return { wert: fiktion, laeuftAbAm: null };
  return { wert: angabe.titel, laeuftAbAm: angabe.laeuftAbAm };
}

/** Group by which people are routed: the one chosen, else what the title tells (Konzept Kreis Unna 4.1, 5.1). */
export function aufenthaltsgruppeOf(titel: string | null, gewaehlt: string | null): string | null {
  return gewaehlt ?? (titel === null ? null : (findTitel(titel)?.gruppe ?? null));
}

function isAbgelaufen({ laeuftAbAm }: TitelAngabe, am: Day): boolean {
  return laeuftAbAm !== null && laeuftAbAm < am;
}
