import { addDays, type Day } from '#src/platform/day.ts';

/** Phases of the Regelkreis by Reis (Konzept Kreis Unna 2.2, Ausschreibung Kreis Steinfurt 2.1), in their order. */
export const phasen = [
  'zugang',
  'erstberatung',
  'assessment',
  'hilfeplan',
  'vermittlung',
  'monitoring',
  're_assessment',
  'abschluss',
] as const;
export type Phase = (typeof phasen)[number];

/** What the path is derived from; days are those of the facts, null where there is none. */
export interface RegelkreisStand {
  readonly zugangAm: Day;
  /** First day of the present episode where it is not the first: what was done before belongs to the old one. */
  readonly wiederAb: Day | null;
  readonly erstberatungAm: Day | null;
  /** Days of the completed rounds, oldest first; the second and later ones are Re-Assessments. */
  readonly assessment: readonly Day[];
  /** Last signed version of the plan. */
  readonly planAm: Day | null;
  /** First and last referral that left the house. */
  readonly vermittlung: { readonly ersteAm: Day; readonly letzteAm: Day } | null;
  /** Last qualified contact. */
  readonly kontaktAm: Day | null;
  readonly zieleOffen: number;
  readonly abgeschlossenAm: Day | null;
}

export interface PhaseStand {
  readonly phase: Phase;
  readonly stand: 'erledigt' | 'jetzt' | 'offen';
  /** Day on which it was last done; null where it was not, or nobody wrote it down. */
  readonly am: Day | null;
}

export interface Regelkreis {
  /** Counts from 1; each Re-Assessment opens the next. */
  readonly runde: number;
  readonly rundeAb: Day;
  readonly phase: PhaseStand[];
}

/**
 * Where a case stands (M156). Phases recur: a Re-Assessment opens a new round, in which the plan, the referrals and the
 * monitoring are to be done again. One phase at most is "jetzt"; a case that is closed has none.
 */
export function regelkreis(stand: RegelkreisStand): Regelkreis {
  const { assessment, abgeschlossenAm, wiederAb } = stand;
  const dieser = assessment.filter((am) => wiederAb === null || am >= wiederAb);
  const letztes = dieser.at(-1) ?? null;
  const runde = Math.max(1, assessment.length + (wiederAb !== null && letztes === null ? 1 : 0));
  const erste = runde === 1 && wiederAb === null;
  const rundeAb = erste ? stand.zugangAm : (letztes ?? wiederAb ?? stand.zugangAm);
  // Of a case that has ended everything counts as done that ever was.
  const inRunde = (am: Day | null) =>
    am !== null && (erste || abgeschlossenAm !== null || am >= rundeAb) ? am : null;
  const kontaktAm = inRunde(stand.kontaktAm);
  const plan = inRunde(stand.planAm);
  const vermittlung = inRunde(stand.vermittlung?.letzteAm ?? null);
  const begonnen = vermittlung ?? plan;
  // Monitoring is what goes on while goals are open; it begins with the first talk after the plan or a referral. That of
  // the same day is the talk in which they were made.
  const monitoring =
    begonnen !== null && stand.kontaktAm !== null && stand.kontaktAm > begonnen ? stand.kontaktAm : null;
  const done: Readonly<Record<Phase, Day | null>> = {
    zugang: stand.zugangAm,
    erstberatung: stand.erstberatungAm,
    assessment: dieser[0] ?? null,
    hilfeplan: plan,
    vermittlung,
    monitoring: plan !== null && stand.zieleOffen === 0 ? (monitoring ?? plan) : null,
    re_assessment: dieser.length > 1 ? letztes : null,
    abschluss: abgeschlossenAm,
  };
  const jetzt = abgeschlossenAm === null ? currentPhase(done, { ...stand, kontaktAm }, monitoring) : null;
  const jetztIndex = jetzt === null ? phasen.length : phasen.indexOf(jetzt);
  return {
    runde,
    rundeAb,
    phase: phasen.map((phase, index) => ({
      phase,
      stand: phase === jetzt ? 'jetzt' : isDone(phase, index, done, jetztIndex) ? 'erledigt' : 'offen',
      am: phase === 'monitoring' ? monitoring : done[phase],
    })),
  };
}

/** A first talk of which there is no sheet counts as held once what follows it exists. */
function isDone(
  phase: Phase,
  index: number,
  done: Readonly<Record<Phase, Day | null>>,
  jetzt: number,
): boolean {
  if (done[phase] !== null) return true;
  return phase === 'erstberatung' && index < jetzt && done.assessment !== null;
}

function currentPhase(
  done: Readonly<Record<Phase, Day | null>>,
  stand: RegelkreisStand,
  monitoring: Day | null,
): Phase {
  if (done.erstberatung === null && done.assessment === null && stand.kontaktAm === null)
    return 'erstberatung';
  if (done.assessment === null) return 'assessment';
  if (done.hilfeplan === null) return 'hilfeplan';
  if (stand.zieleOffen === 0) return 're_assessment';
  return done.vermittlung === null && monitoring === null ? 'vermittlung' : 'monitoring';
}

/** Days on which the case was open, all its episodes together (M194); an open one counts up to and with today. */
export function openDays(
  episoden: readonly { readonly ab: Day; readonly bis: Day | null }[],
  heute: Day,
): number {
  return episoden.reduce((sum, { ab, bis }) => {
    const end = bis ?? addDays(heute, 1);
    return sum + Math.max(0, Math.round((Date.parse(end) - Date.parse(ab)) / DAY));
  }, 0);
}

const DAY = 86_400_000;
