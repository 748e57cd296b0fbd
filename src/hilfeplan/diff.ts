import type { PlanInhalt, PlanSchritt, PlanZiel } from './plan.ts';

/** Fields of a goal and of a step in which two plans may differ; the state of the work is none of them. */
export const zielFelder = ['lebensbereich', 'text', 'worte', 'indikator', 'prioritaet', 'bisWann'] as const;
export const schrittFelder = ['text', 'akteur', 'stelleId', 'dritte', 'faelligAm'] as const;
export type ZielFeld = (typeof zielFelder)[number];
export type SchrittFeld = (typeof schrittFelder)[number];

export type DiffArt = 'neu' | 'geaendert' | 'entfallen';

export interface FeldDiff<F extends string> {
  readonly feld: F;
  readonly alt: string | number | null;
  readonly neu: string | number | null;
}

export interface SchrittDiff {
  readonly id: string;
  readonly art: DiffArt;
  /** As it is now, or as it was where it is gone. */
  readonly schritt: PlanSchritt;
  readonly felder: readonly FeldDiff<SchrittFeld>[];
}

export interface ZielDiff {
  readonly id: string;
  readonly art: DiffArt;
  readonly ziel: PlanZiel;
  readonly felder: readonly FeldDiff<ZielFeld>[];
  readonly schritt: readonly SchrittDiff[];
  /** Steps that stayed stand in another order. */
  readonly umgestellt: boolean;
}

export interface PlanDiff {
  /** In the order of the later plan, then what is gone. */
  readonly ziel: readonly ZielDiff[];
  /** Goals that stayed stand in another order. */
  readonly umgestellt: boolean;
}

/** What changed from one plan to a later one: goals and steps added, changed field by field, or gone. */
export function diffPlan(alt: PlanInhalt, neu: PlanInhalt): PlanDiff {
  const ziel = pairs(alt.ziel, neu.ziel).flatMap(([vorher, nachher]): ZielDiff[] => {
    const jetzt = nachher ?? vorher;
    if (!jetzt) return [];
    const felder = vorher && nachher ? changed(zielFelder, vorher, nachher) : [];
    const schritt = vorher && nachher ? diffSchritte(vorher.schritt, nachher.schritt) : [];
    const umgestellt =
      vorher !== undefined && nachher !== undefined && isReordered(vorher.schritt, nachher.schritt);
    const art = artOf(vorher, nachher);
    if (art === 'geaendert' && felder.length === 0 && schritt.length === 0 && !umgestellt) return [];
    return [{ id: jetzt.id, art, ziel: jetzt, felder, schritt, umgestellt }];
  });
  return { ziel, umgestellt: isReordered(alt.ziel, neu.ziel) };
}

/** True when nothing that is agreed changed. */
export function isEmptyDiff(diff: PlanDiff): boolean {
  return diff.ziel.length === 0 && !diff.umgestellt;
}

function diffSchritte(alt: readonly PlanSchritt[], neu: readonly PlanSchritt[]): SchrittDiff[] {
  return pairs(alt, neu).flatMap(([vorher, nachher]): SchrittDiff[] => {
    const schritt = nachher ?? vorher;
    if (!schritt) return [];
    const felder = vorher && nachher ? changed(schrittFelder, vorher, nachher) : [];
    const art = artOf(vorher, nachher);
    return art === 'geaendert' && felder.length === 0 ? [] : [{ id: schritt.id, art, schritt, felder }];
  });
}

function artOf(vorher: unknown, nachher: unknown): DiffArt {
  if (vorher === undefined) return 'neu';
  return nachher === undefined ? 'entfallen' : 'geaendert';
}

/** Rows of both by id: in the order of the later one, then those that only the earlier one has. */
function pairs<T extends { readonly id: string }>(
  alt: readonly T[],
  neu: readonly T[],
): (readonly [T | undefined, T | undefined])[] {
  const before = new Map(alt.map((each) => [each.id, each]));
  const after = new Set(neu.map(({ id }) => id));
  return [
    ...neu.map((each) => [before.get(each.id), each] as const),
    ...alt.filter(({ id }) => !after.has(id)).map((each) => [each, undefined] as const),
  ];
}

function changed<F extends string>(
  felder: readonly F[],
  alt: Readonly<Record<F, string | number | null>>,
  neu: Readonly<Record<F, string | number | null>>,
): FeldDiff<F>[] {
  return felder.flatMap((feld) =>
    alt[feld] === neu[feld] ? [] : [{ feld, alt: alt[feld], neu: neu[feld] }],
  );
}

function isReordered(
  alt: readonly { readonly id: string }[],
  neu: readonly { readonly id: string }[],
): boolean {
  const [before, after] = [alt.map(({ id }) => id), neu.map(({ id }) => id)];
  const stayed = before.filter((id) => after.includes(id));
  return after.filter((id) => before.includes(id)).some((id, index) => id !== stayed[index]);
}
