import { addDays, type Day } from '#src/platform/day.ts';
import type { FallAkte } from '../contract.ts';

export type NextStep =
  | {
      readonly art:
        | 'widerrufen'
        | 'abgelaufen'
        | 'abgeschlossen'
        | 'zuweisen'
        | 'erster'
        | 'ruht'
        | 'ruhtHand'
        | 'gut';
    }
  | { readonly art: 'bald' | 'gutBis'; readonly tag: Day }
  | {
      readonly art: 'angaben';
      readonly fehlt: readonly ('herkunftsland' | 'leistungsbezug' | 'geschlecht')[];
    };

/** Days before "aktiv" lapses from which a contact becomes the next step. */
const SOON_DAYS = 21;

/** The one thing that is sensible to do next in a case, most pressing first. */
export function nextStep(fall: FallAkte, today: Day): NextStep {
  if (fall.status === 'abgeschlossen') return { art: 'abgeschlossen' };
  if (fall.einwilligung !== null && fall.einwilligung.widerrufenAm !== null) return { art: 'widerrufen' };
  const ende = fall.einwilligung?.ablaufAm ?? null;
  if (ende !== null && ende < today) return { art: 'abgelaufen' };
  if (fall.casemanagerId === null) return { art: 'zuweisen' };
  if (fall.letzterKontakt === null) return { art: 'erster' };
  if (fall.status === 'ruhend') return { art: fall.statusHerkunft === 'aufnahme' ? 'ruht' : 'ruhtHand' };
  if (fall.aktivBis !== null && fall.aktivBis <= addDays(today, SOON_DAYS))
    return { art: 'bald', tag: fall.aktivBis };
  const fehlt = (['geschlecht', 'herkunftsland', 'leistungsbezug'] as const).filter(
    (name) => fall.merkmal[name] === null,
  );
  if (fehlt.length > 0) return { art: 'angaben', fehlt };
  return fall.aktivBis === null ? { art: 'gut' } : { art: 'gutBis', tag: fall.aktivBis };
}
