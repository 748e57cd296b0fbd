import { addDays, addMonths, type Day } from '#src/platform/day.ts';
import type { FieldRefusal } from '#src/platform/refusal.ts';

/** From so many days on nobody who asks could get a first appointment in time (two weeks, Konzept Kreis Unna 4.1). */
const LONG_DAYS = 14;
const LONGEST_MONTHS = 18;

/** True when Anfragen should wait on the Warteliste or go elsewhere: away for long, and nobody stands in. */
export function isLongWithoutVertretung(von: Day, bis: Day, vertreten: boolean): boolean {
  return !vertreten && bis >= addDays(von, LONG_DAYS - 1);
}

/** What is known of a colleague who is to stand in. */
export interface Vertretungslage {
  readonly selbst: boolean;
  /** Works as case manager for the same Träger. */
  readonly imTeam: boolean;
  /** Is away during the whole time herself or in a part of it. */
  readonly abwesend: boolean;
}

/** Why an absence cannot be recorded, field by field. */
export function abwesenheitRefusals(
  zeit: { readonly von: Day; readonly bis: Day },
  lage: { readonly eigenerTraeger: boolean; readonly ueberlappt: boolean },
  heute: Day,
): FieldRefusal[] {
  const { von, bis } = zeit;
  const wrong: [boolean, string, string][] = [
    [!lage.eigenerTraeger, '/traegerId', 'traeger-fremd'],
    [bis < von, '/bis', 'ende-vor-beginn'],
    [bis >= von && bis < heute, '/bis', 'abwesenheit-vorbei'],
    [bis > addMonths(von, LONGEST_MONTHS), '/bis', 'abwesenheit-zu-lang'],
    [lage.ueberlappt, '/von', 'abwesenheit-ueberlappt'],
  ];
  return wrong.filter(([is]) => is).map(([, instance, code]) => ({ instance, code }));
}

/** Why a colleague cannot stand in; undefined when she can. */
export function vertretungRefusal(lage: Vertretungslage): string | undefined {
  if (lage.selbst) return 'vertretung-selbst';
  if (!lage.imTeam) return 'vertretung-fremd';
  return lage.abwesend ? 'vertretung-abwesend' : undefined;
}
