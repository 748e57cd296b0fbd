import { addDays, type Day } from '#src/platform/day.ts';
import type { FallAkte } from '../contract.ts';
import type { Phase } from '../regelkreis.ts';

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
        | 'zielErreicht'
        | 'unterschrift'
        | 'gut';
    }
  | { readonly art: 'bald' | 'gutBis' | 'rueckmeldung' | 'reAssessment'; readonly tag: Day }
  | { readonly art: 'schritt'; readonly tag: Day; readonly text: string }
  | { readonly art: 'planschritt'; readonly tag: Day | null; readonly text: string }
  /** The next phase of the Regelkreis, with the day of the one before it. */
  | { readonly art: 'phase'; readonly phase: Phase; readonly nach: Day | null }
  | {
      readonly art: 'angaben';
      readonly fehlt: readonly ('herkunftsland' | 'leistungsbezug' | 'geschlecht')[];
    };

/** Days before "aktiv" lapses from which a contact becomes the next step. */
const SOON_DAYS = 21;

/** The one thing that is sensible to do next in a case, most pressing first; each kind is its own reason. */
export function nextStep(fall: FallAkte, today: Day): NextStep {
  if (fall.status === 'abgeschlossen') return { art: 'abgeschlossen' };
  if (fall.einwilligung !== null && fall.einwilligung.widerrufenAm !== null) return { art: 'widerrufen' };
  const ende = fall.einwilligung?.ablaufAm ?? null;
  if (ende !== null && ende < today) return { art: 'abgelaufen' };
  if (fall.casemanagerId === null) return { art: 'zuweisen' };
  if (fall.letzterKontakt === null && (fall.ueberblick?.erstberatungAm ?? null) === null)
    return { art: 'erster' };
  if (fall.status === 'ruhend') return { art: fall.statusHerkunft === 'aufnahme' ? 'ruht' : 'ruhtHand' };
  if (fall.aktivBis !== null && fall.aktivBis <= addDays(today, SOON_DAYS))
    return { art: 'bald', tag: fall.aktivBis };
  return nextInCycle(fall, today) ?? nextInFacts(fall);
}

/** What the plan and the Regelkreis ask for (M156, M166, M168). */
function nextInCycle({ ueberblick }: FallAkte, today: Day): NextStep | undefined {
  if (ueberblick === null) return undefined;
  const { pfad, plan, schritt, vermittlung, reAssessmentAm } = ueberblick;
  const spaet = schritt.find((each) => each.faelligAm !== null && each.faelligAm < today);
  if (spaet?.faelligAm) return { art: 'schritt', tag: spaet.faelligAm, text: spaet.text };
  if (vermittlung.rueckmeldungBis !== null && vermittlung.rueckmeldungBis < today)
    return { art: 'rueckmeldung', tag: vermittlung.rueckmeldungBis };
  const jetzt = pfad.phase.find((each) => each.stand === 'jetzt')?.phase;
  const nach = (phase: Phase) => pfad.phase.find((each) => each.phase === phase)?.am ?? null;
  if (jetzt === 'assessment') return { art: 'phase', phase: jetzt, nach: nach('erstberatung') };
  if (jetzt === 'hilfeplan') {
    return plan.zieleGesamt > 0 && pfad.runde === 1
      ? { art: 'unterschrift' }
      : { art: 'phase', phase: jetzt, nach: nach('re_assessment') ?? nach('assessment') };
  }
  if (reAssessmentAm !== null && reAssessmentAm <= today) return { art: 'reAssessment', tag: reAssessmentAm };
  if (jetzt === 'vermittlung') return { art: 'phase', phase: jetzt, nach: nach('hilfeplan') };
  if (jetzt === 're_assessment') return { art: 'zielErreicht' };
  const [naechster] = schritt;
  return naechster && { art: 'planschritt', tag: naechster.faelligAm, text: naechster.text };
}

function nextInFacts(fall: FallAkte): NextStep {
  const fehlt = (['geschlecht', 'herkunftsland', 'leistungsbezug'] as const).filter(
    (name) => fall.merkmal[name] === null,
  );
  if (fehlt.length > 0) return { art: 'angaben', fehlt };
  return fall.aktivBis === null ? { art: 'gut' } : { art: 'gutBis', tag: fall.aktivBis };
}
