import type { Strich } from '#src/einwilligung/unterschrift.ts';

const PEN = 2.4;

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** One stroke as an SVG path, bent through the middles between its points as a pen would go. */
function pathOf(stroke: Strich): string {
  const [first, ...rest] = stroke;
  if (!first) return '';
  const at = (x: number, y: number): string => `${number(x)} ${number(y)}`;
  const bends = rest.map(([x, y], i) => {
    const next = rest[i + 1] ?? [x, y];
    return `Q${at(x, y)} ${at((x + next[0]) / 2, (y + next[1]) / 2)}`;
  });
  // A stroke of one point is a dot, which only a round end shows.
  return `M${at(first[0], first[1])}${bends.length === 0 ? 'h.1' : bends.join('')}`;
}

/** A signature of the screen as a picture (SVG), cut to what was drawn; null without strokes. */
export function drawUnterschrift(strokes: readonly Strich[]): string | null {
  const points = strokes.flat();
  if (points.length === 0) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  const [left, top] = [least(xs) - PEN, least(ys) - PEN];
  const size = [most(xs) + PEN - left, most(ys) + PEN - top];
  const box = [left, top, ...size].map(number).join(' ');
  const [width, height] = size.map((side) => number(side ?? 0));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${width}" height="${height}">` +
    `<path d="${strokes.map((stroke) => pathOf(stroke)).join('')}" fill="none" stroke="#14171f"` +
    ` stroke-width="${PEN}" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  );
}
