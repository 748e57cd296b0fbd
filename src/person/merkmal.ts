import type { Day } from '#src/platform/day.ts';

/** A row of a history of facts as it stands now; `bis` is the first day on which it no longer holds. */
export interface MerkmalStand {
  readonly id: string;
  readonly wert: string;
  readonly laeuftAbAm: Day | null;
  readonly ab: Day;
  readonly bis: Day | null;
}

export interface MerkmalWert {
  readonly wert: string;
  readonly laeuftAbAm: Day | null;
}

export interface MerkmalWechsel {
  /** Ids of rows that no longer stand as written. */
  readonly ersetzt: readonly string[];
  readonly neu: readonly Omit<MerkmalStand, 'id'>[];
}

/** What happens to the rows of one fact when from a day on exactly these values hold; earlier days keep what they had. */
export function changeMerkmal(
  zeilen: readonly MerkmalStand[],
  werte: readonly MerkmalWert[],
  ab: Day,
): MerkmalWechsel {
  const offen = new Map(werte.map((w) => [keyOf(w), w]));
  const ersetzt: string[] = [];
  const neu: Omit<MerkmalStand, 'id'>[] = [];
  for (const { id, ...zeile } of zeilen) {
    if (zeile.bis !== null && zeile.bis <= ab) continue;
    if (zeile.ab <= ab && zeile.bis === null && offen.delete(keyOf(zeile))) continue;
    ersetzt.push(id);
    if (zeile.ab < ab) neu.push({ ...zeile, bis: ab });
  }
  for (const { wert, laeuftAbAm } of offen.values()) neu.push({ wert, laeuftAbAm, ab, bis: null });
  return { ersetzt, neu };
}

/** Values that hold on a day. */
export function merkmalOn(zeilen: readonly Omit<MerkmalStand, 'id'>[], am: Day): string[] {
  return zeilen.filter((z) => z.ab <= am && (z.bis === null || z.bis > am)).map((z) => z.wert);
}

function keyOf({ wert, laeuftAbAm }: MerkmalWert): string {
  return `${wert} ${laeuftAbAm ?? ''}`;
}
