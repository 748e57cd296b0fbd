/** A point in degrees (WGS 84). */
export interface Lage {
  readonly laenge: number;
  readonly breite: number;
}

/** A point of the drawing; y grows downwards. */
export type Point = readonly [x: number, y: number];

export interface Flaeche {
  readonly id: string;
  readonly mitte: Point;
  /** Corners in order; empty where two centres are the same place. */
  readonly ecken: readonly Point[];
}

export interface Karte {
  readonly width: number;
  readonly height: number;
  readonly flaechen: readonly Flaeche[];
  readonly place: (lage: Lage) => Point;
}

const WIDTH = 1000;
const CORNERS = 24;

/**
 * Draws a Kreis from the centres of its Kommunen: each gets the area that is nearer to its centre than to any other,
 * within a soft edge around all of them. A schematic map, not the real borders. Undefined without a centre.
 */
export function drawKarte(orte: readonly (Lage & { readonly id: string })[]): Karte | undefined {
  const [first] = orte;
  if (!first) return undefined;
  const shrink = Math.cos((first.breite * Math.PI) / 180);
  const flat = orte.map(({ laenge, breite }): Point => [laenge * shrink, -breite]);
  const margin = marginOf(flat);
  const edge = hull(
    flat.flatMap(([x, y]) =>
      Array.from({ length: CORNERS }, (_, at): Point => {
        const angle = (at * 2 * Math.PI) / CORNERS;
        return [x + margin * Math.cos(angle), y + margin * Math.sin(angle)];
      }),
    ),
  );
  const [left, right] = rangeOf(edge.map(([x]) => x));
  const [top, bottom] = rangeOf(edge.map(([, y]) => y));
  const scale = WIDTH / (right - left);
  const toDrawing = ([x, y]: Point): Point => [(x - left) * scale, (y - top) * scale];
  return {
    width: WIDTH,
    height: (bottom - top) * scale,
    flaechen: orte.map(({ id }, at) => ({
      id,
      mitte: toDrawing(flat[at] ?? [0, 0]),
      ecken: cell(edge, flat, at).map(toDrawing),
    })),
    place: ({ laenge, breite }) => toDrawing([laenge * shrink, -breite]),
  };
}

/** Half of the usual way from one centre to the next, so that the edge fits to the size of the areas. */
function marginOf(points: readonly Point[]): number {
  const nearest = points
    .map((point) =>
      Math.min(...points.filter((other) => other !== point).map((other) => distance(point, other))),
    )
    .filter((each) => Number.isFinite(each) && each > 0)
    .toSorted((a, b) => a - b);
  return (nearest[Math.floor(nearest.length / 2)] ?? 0.1) * 0.6;
}

/** What of the edge is nearer to point `at` than to any other. */
function cell(edge: readonly Point[], points: readonly Point[], at: number): readonly Point[] {
  const own = points[at];
  if (!own) return [];
  let corners = edge;
  for (const [index, other] of points.entries()) {
    if (index === at) continue;
    // Two centres in one place share nothing: the first keeps the area.
    if (distance(own, other) === 0) {
      if (index < at) return [];
      continue;
    }
    corners = cutNearer(corners, own, other);
  }
  return corners;
}

/** Cuts away what is nearer to `other` (Sutherland-Hodgman with the line half way between). */
function cutNearer(corners: readonly Point[], own: Point, other: Point): Point[] {
  const side = ([x, y]: Point) =>
    (x - (own[0] + other[0]) / 2) * (own[0] - other[0]) + (y - (own[1] + other[1]) / 2) * (own[1] - other[1]);
  return corners.flatMap((to, index) => {
    const from = corners.at(index - 1) ?? to;
    const [before, after] = [side(from), side(to)];
    const kept: Point[] = after >= 0 ? [to] : [];
    if (before >= 0 === after >= 0) return kept;
    const share = before / (before - after);
    return [[from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])], ...kept];
  });
}

/** Convex hull (Andrew's monotone chain), corners in order. */
function hull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of list) {
      for (;;) {
        const [last, before] = [chain.at(-1), chain.at(-2)];
        if (!last || !before || turn(before, last, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

export interface Haufen<O> {
  readonly mitte: Point;
  readonly orte: readonly O[];
}

/** Puts places together that would lie on each other; those with most offers draw the others to them. */
export function clusterOrte<O extends Lage & { readonly anzahl: number }>(
  karte: Pick<Karte, 'place'>,
  orte: readonly O[],
  near: number,
): Haufen<O>[] {
  const haufen: { mitte: Point; orte: O[] }[] = [];
  for (const ort of orte.toSorted((a, b) => b.anzahl - a.anzahl)) {
    const at = karte.place(ort);
    const known = haufen.find(({ mitte }) => distance(mitte, at) < near);
    if (known) known.orte.push(ort);
    else haufen.push({ mitte: at, orte: [ort] });
  }
  return haufen;
}
