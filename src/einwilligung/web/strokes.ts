import type { PointGroup } from 'signature_pad';
import type { Strich } from '../unterschrift.ts';

/** Strokes as the interface takes them: tenths of a pixel, milliseconds since the first point, hundredths of pressure. */
export function toStriche(groups: readonly Pick<PointGroup, 'points'>[]): Strich[] {
  const begin = groups[0]?.points[0]?.time ?? 0;
  return groups
    .filter(({ points }) => points.length > 0)
    .map(({ points }) =>
      points
        .slice(0, 5_000)
        .map(({ x, y, time, pressure }) => [
          Math.round(x * 10) / 10,
          Math.round(y * 10) / 10,
          Math.max(0, Math.round(time - begin)),
          Math.min(1, Math.max(0, Math.round(pressure * 100) / 100)),
        ]),
    );
}
