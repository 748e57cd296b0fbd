import type { Day } from '#src/platform/day.ts';

/** A version of a setting as far as time is concerned; `bis` is the first day on which it no longer holds. */
export interface RegelFassung {
  readonly id: string;
  readonly ab: Day;
  readonly bis: Day | null;
}

export interface RegelAenderung {
  /** Versions that no longer stand as written. */
  readonly ersetzt: readonly string[];
  /** The version before, cut off at the new day. */
  readonly gekuerzt: { readonly id: string; readonly bis: Day } | undefined;
  /** First day on which a version already planned takes over again; null: open end. */
  readonly neuBis: Day | null;
}

/**
 * What happens to the current versions when a new one holds from `ab` on: the one before ends there, one of the same
 * day is replaced, later ones stay and end the new one.
 */
export function planRegel(fassungen: readonly RegelFassung[], ab: Day): RegelAenderung {
  const vorher = fassungen.find((f) => f.ab < ab && (f.bis === null || f.bis > ab));
  const gleich = fassungen.find((f) => f.ab === ab);
  const spaeter = fassungen.map((f) => f.ab).filter((tag) => tag > ab);
  return {
    ersetzt: [vorher, gleich].flatMap((f) => (f ? [f.id] : [])),
    gekuerzt: vorher ? { id: vorher.id, bis: ab } : undefined,
    neuBis: spaeter.toSorted()[0] ?? null,
  };
}
