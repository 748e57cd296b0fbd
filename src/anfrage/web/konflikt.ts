import type { AnfrageValues } from './anfrage-values.ts';

/** Details that can be put right. */
export const angabenNamen = [
  'zugang',
  'unterweg',
  'stelleId',
  'lebensbereich',
  'sprache',
  'dolmetschen',
  'dringlich',
  'keinFall',
  'kommuneId',
  'ortsteilId',
  'wohnform',
] as const satisfies readonly (keyof AnfrageValues)[];
export type AngabeName = (typeof angabenNamen)[number];

export interface Konflikt {
  readonly name: AngabeName;
  /** What stands until somebody chooses: the value that was changed; one's own when both were. */
  readonly kept: 'mine' | 'other';
}

/**
 * What somebody else has changed since the form was opened (`base`) and one's own entry says differently; everything
 * that differs where it is not known what the form was opened with.
 */
export function findKonflikt(
  base: AnfrageValues | undefined,
  mine: AnfrageValues,
  other: AnfrageValues,
): Konflikt[] {
  return angabenNamen
    .filter((name) => !isSame(mine[name], other[name]))
    .filter((name) => base === undefined || !isSame(base[name], other[name]))
    .map((name) => ({ name, kept: base !== undefined && isSame(base[name], mine[name]) ? 'other' : 'mine' }));
}

function isSame(one: AnfrageValues[AngabeName], two: AnfrageValues[AngabeName]): boolean {
  if (typeof one !== 'object' || typeof two !== 'object') return one === two;
  return one.length === two.length && one.every((each) => two.includes(each));
}
