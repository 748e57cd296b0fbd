import { emptyFall, type FallValues } from './fall-values.ts';

export type FieldName = keyof FallValues;

export interface Conflict {
  readonly name: FieldName;
  /** Which value stands when nobody chooses: the one that was changed; one's own when both were. */
  readonly kept: 'mine' | 'other';
}

const names = Object.keys(emptyFall).filter((name): name is FieldName => name in emptyFall);

/** Fields in which one's own entry and what is stored now differ. */
export function conflictsOf(base: FallValues, mine: FallValues, other: FallValues): Conflict[] {
  return names
    .filter((name) => !isSame(mine[name], other[name]))
    .map((name) => ({ name, kept: isSame(base[name], mine[name]) ? 'other' : 'mine' }));
}

function isSame(one: string | readonly string[], two: string | readonly string[]): boolean {
  if (typeof one === 'string' || typeof two === 'string') return one === two;
  return one.length === two.length && one.every((each) => two.includes(each));
}
