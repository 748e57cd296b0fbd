import type { TraegerZeit, Zeitraum, ZustaendigkeitIst } from './zeile.ts';

/** A period to write. `uebergabeId` keeps the event of a row that stays; `neueUebergabe` asks for one of this edition. */
export interface ZustaendigkeitNeu extends Zeitraum {
  readonly traegerId: string;
  readonly casemanagerId: string | null;
  readonly anlass: 'aufnahme' | 'uebergabe' | 'zuweisung';
  readonly uebergabeId: string | null;
  /** Träger who handed the case over on `ab`. */
  readonly vonTraegerId: string | null;
}

type Holder = Zeitraum & { readonly traegerId: string };

/** True when the same Träger had the case at the same times, whoever was the case manager. */
export function sameHolders(a: readonly Holder[], b: readonly Holder[]): boolean {
  return JSON.stringify(merged(a)) === JSON.stringify(merged(b));
}

function merged(rows: readonly Holder[]): Holder[] {
  const result: Holder[] = [];
  for (const { traegerId, ab, bis } of rows.toSorted((a, b) => (a.ab < b.ab ? -1 : 1))) {
    const last = result.at(-1);
    if (last && last.traegerId === traegerId && last.bis === ab)
      result[result.length - 1] = { traegerId, ab: last.ab, bis };
    else result.push({ traegerId, ab, bis });
  }
  return result;
}

/**
 * Rewrites who had the case, keeping case managers that were assigned in Lotse for the time in which their Träger
 * still has it. Rows that stay as they are, stay.
 */
export function rebuildZustaendigkeit(
  ist: readonly ZustaendigkeitIst[],
  wanted: readonly TraegerZeit[],
): { ersetzt: string[]; neu: ZustaendigkeitNeu[] } {
  const rows = wanted.flatMap((zeit, index) =>
    pieces(ist, zeit, index === 0 ? null : (wanted[index - 1]?.traegerId ?? null)),
  );
  return {
    ersetzt: ist.filter((old) => !rows.some((row) => isSame(old, row))).map(({ id }) => id),
    neu: rows.filter((row) => !ist.some((old) => isSame(old, row))),
  };
}

function pieces(
  ist: readonly ZustaendigkeitIst[],
  zeit: TraegerZeit,
  vonTraegerId: string | null,
): ZustaendigkeitNeu[] {
  const inside = ist
    .filter((row) => row.traegerId === zeit.traegerId && overlaps(row, zeit))
    .toSorted((a, b) => (a.ab < b.ab ? -1 : 1));
  const [first] = inside;
  const opening = {
    traegerId: zeit.traegerId,
    anlass: zeit.anlass,
    ab: zeit.ab,
    casemanagerId: first?.casemanagerId ?? null,
    // The event stays only when the day stays: another day is another Übergabe.
    uebergabeId: zeit.anlass === 'uebergabe' && first?.ab === zeit.ab ? first.uebergabeId : null,
    vonTraegerId,
  };
  return [opening, ...inside.slice(1).map((row) => ({ ...row, vonTraegerId: null }))].map((row, index) => ({
    traegerId: row.traegerId,
    anlass: row.anlass,
    ab: row.ab,
    bis: inside[index + 1]?.ab ?? zeit.bis,
    casemanagerId: row.casemanagerId,
    uebergabeId: row.uebergabeId,
    vonTraegerId: row.vonTraegerId,
  }));
}

function overlaps(a: Zeitraum, b: Zeitraum): boolean {
  return (b.bis === null || a.ab < b.bis) && (a.bis === null || b.ab < a.bis);
}

function isSame(old: ZustaendigkeitIst, row: ZustaendigkeitNeu): boolean {
  return (
    old.traegerId === row.traegerId &&
    old.anlass === row.anlass &&
    old.ab === row.ab &&
    old.bis === row.bis &&
    old.casemanagerId === row.casemanagerId &&
    old.uebergabeId === row.uebergabeId
  );
}
