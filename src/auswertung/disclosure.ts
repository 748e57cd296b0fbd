import type { Zahl } from './rules.ts';

/** One figure of a table that is to be published. */
export interface Zelle {
  readonly id: string;
  readonly wert: number;
  /** Counts up to this are too small to be shown; 0 always is. Two, or four for special categories. */
  readonly klein: number;
  /** What a reader knows to be the least a hidden figure can be, for instance from a place in a top-N list. */
  readonly mindestens?: number;
  /** Sums are hidden only when hiding parts is not enough. */
  readonly summe?: boolean;
}

/** A printed sum: the total is the sum of the parts. */
export interface Gleichung {
  readonly summe: string;
  readonly teile: readonly string[];
}

/** Percentages of fewer than this are not published. */
export const kleinsteProzentbasis = 20;

/**
 * Ids of the cells to hide: the small ones, and so many more that no hidden figure follows from the printed sums.
 * Every cell may stand in at most two sums, as rows and columns do: then the sums form a network, and a hidden figure
 * is determined exactly when no circuit of other hidden figures lets it move by one.
 */
export function suppress(zellen: readonly Zelle[], gleichungen: readonly Gleichung[]): Set<string> {
  const verdeckt = new Set(zellen.filter((z) => z.wert > 0 && z.wert <= z.klein).map((z) => z.id));
  const netz = toNetz(zellen, gleichungen);
  // What is free once stays free when more is hidden, so each figure is looked at until it is, and then no more.
  const frei = new Set<string>();
  for (;;) {
    const offen = netz.find(({ zelle }) => verdeckt.has(zelle.id) && !frei.has(zelle.id));
    if (!offen) return verdeckt;
    if (isFree(offen, netz, verdeckt)) {
      frei.add(offen.zelle.id);
      continue;
    }
    const naechste = partner(offen.zelle, zellen, gleichungen, verdeckt) ?? anyLeft(zellen, verdeckt);
    // With every figure but the zeros hidden all of them can grow together, so a candidate is always left before.
    if (!naechste) return verdeckt;
    verdeckt.add(naechste.id);
  }
}

/** The figure as printed. */
export function shown(verdeckt: ReadonlySet<string>, id: string, wert: number): Zahl {
  return verdeckt.has(id) ? '.' : wert;
}

interface Kante {
  readonly zelle: Zelle;
  readonly von: number;
  readonly nach: number;
}

/** Each sum is a node, what stands in one sum only is tied to node 0. Parts flow in, sums flow out, or all turned round. */
function toNetz(zellen: readonly Zelle[], gleichungen: readonly Gleichung[]): Kante[] {
  const richtung = orient(gleichungen);
  return zellen.map((zelle) => {
    let [von, nach] = [0, 0];
    gleichungen.forEach((gleichung, index) => {
      const teil = gleichung.teile.includes(zelle.id);
      if (!teil && gleichung.summe !== zelle.id) return;
      if (teil === (richtung[index] === 1)) nach = index + 1;
      else von = index + 1;
    });
    return { zelle, von, nach };
  });
}

/** Turns sums so that a cell of two sums enters one and leaves the other. */
function orient(gleichungen: readonly Gleichung[]): number[] {
  const richtung = gleichungen.map(() => 0);
  const sides = gleichungen.map(
    (g) => new Map([[g.summe, -1], ...g.teile.map((t): [string, number] => [t, 1])]),
  );
  const visit = (index: number, wert: number): void => {
    if (richtung[index] !== 0) return;
    richtung[index] = wert;
    for (const [id, side] of sides[index] ?? []) {
      sides.forEach((other, next) => {
        const otherSide = other.get(id);
        if (next !== index && otherSide !== undefined) visit(next, -wert * side * otherSide);
      });
    }
  };
  gleichungen.forEach((_, index) => visit(index, 1));
  return richtung;
}

/** A hidden figure is free when one more or one less of it can be made up for by other hidden figures. */
function isFree(kante: Kante, netz: readonly Kante[], verdeckt: ReadonlySet<string>): boolean {
  const others = netz.filter((k) => k !== kante && verdeckt.has(k.zelle.id));
  if (reaches(others, kante.nach, kante.von)) return true;
  return mayShrink(kante.zelle) && reaches(others, kante.von, kante.nach);
}

function mayShrink(zelle: Zelle): boolean {
  return zelle.wert > Math.max(1, zelle.mindestens ?? 1);
}

function reaches(kanten: readonly Kante[], start: number, ziel: number): boolean {
  const seen = new Set([start]);
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === ziel) return true;
    for (const { zelle, von, nach } of kanten) {
      for (const next of [von === at ? nach : undefined, nach === at && mayShrink(zelle) ? von : undefined]) {
        if (next === undefined || seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return false;
}

/** The smallest shown figure beside a hidden one; parts before sums. */
function partner(
  zelle: Zelle,
  zellen: readonly Zelle[],
  gleichungen: readonly Gleichung[],
  verdeckt: ReadonlySet<string>,
): Zelle | undefined {
  const ids = new Set(
    gleichungen
      .map((g) => [g.summe, ...g.teile])
      .filter((g) => g.includes(zelle.id))
      // A sum in which something else is hidden already protects; look where nothing does.
      .toSorted((a, b) => hidden(a, verdeckt) - hidden(b, verdeckt))
      .slice(0, 1)
      .flat(),
  );
  return smallest(zellen.filter((z) => ids.has(z.id) && !verdeckt.has(z.id)));
}

function hidden(ids: readonly string[], verdeckt: ReadonlySet<string>): number {
  return ids.filter((id) => verdeckt.has(id)).length;
}

function anyLeft(zellen: readonly Zelle[], verdeckt: ReadonlySet<string>): Zelle | undefined {
  return smallest(zellen.filter((z) => !verdeckt.has(z.id)));
}

function smallest(zellen: readonly Zelle[]): Zelle | undefined {
  return zellen
    .filter((z) => z.wert > 0)
    .toSorted(
      (a, b) =>
        Number(a.summe ?? false) - Number(b.summe ?? false) || a.wert - b.wert || a.id.localeCompare(b.id),
    )[0];
}
