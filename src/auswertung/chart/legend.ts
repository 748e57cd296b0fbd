import { el, farbe, label, rect, schriftgroesse, textWidth, type Rahmen, type SvgNode } from './svg.ts';

/** Names beside their colours, wrapped to the width; `hoehe` is what it takes from the top. */
export function legend(rahmen: Rahmen, namen: readonly string[]): { node: SvgNode; hoehe: number } {
  let [x, y] = [0, 0];
  const parts: SvgNode[] = [];
  namen.forEach((name, index) => {
    const width = 20 + textWidth(name) + 16;
    if (x > 0 && x + width > rahmen.breite) [x, y] = [0, y + 22];
    parts.push(rect(x, y + 2, 13, 13, farbe(rahmen.farben, index).flaeche));
    parts.push(label(name, x + 20, y + schriftgroesse, rahmen.farben.text));
    x += width;
  });
  return { node: el('g', {}, ...parts), hoehe: namen.length === 0 ? 0 : y + 30 };
}
