import type { Zahl } from '../rules.ts';
import { legend } from './legend.ts';
import {
  axisSteps,
  drawing,
  el,
  farbe,
  label,
  line,
  rect,
  textWidth,
  type Rahmen,
  type SvgNode,
} from './svg.ts';

/** Bars of several parts, in groups: per key date one bar by Träger and one by status, or one bar per month. */
export interface Stapel {
  readonly reihen: readonly string[];
  readonly gruppen: readonly {
    readonly name: string;
    /** Each bar gives one value per series; null where the series does not belong to the bar. */
    readonly balken: readonly (readonly (Zahl | null)[])[];
  }[];
}

const hoehe = 230;
const links = 38;

/** Stacked bars with their values written in; hidden figures have no area. */
export function stackedBars(stapel: Stapel, rahmen: Rahmen): SvgNode {
  const { farben, breite } = rahmen;
  const legende = legend(rahmen, stapel.reihen);
  const summen = stapel.gruppen.flatMap((g) => g.balken.map((b) => sum(b)));
  const steps = axisSteps(Math.max(0, ...summen));
  const scale = (n: number) => (n / (steps.at(-1) ?? 1)) * hoehe;
  const grund = legende.hoehe + 16 + hoehe;
  const axis = steps.flatMap((n) => [
    line(links, grund - scale(n), breite, grund - scale(n), farben.linie),
    label(String(n), links - 6, grund - scale(n) + 4, farben.leise, 'end'),
  ]);
  const platz = (breite - links) / Math.max(1, stapel.gruppen.length);
  const namen = groupNames(stapel, platz);
  const groups = stapel.gruppen.map((gruppe, g) => {
    const mitte = links + platz * (g + 0.5);
    const dicke = Math.min(54, (platz * 0.72) / Math.max(1, gruppe.balken.length));
    const start = mitte - (dicke * gruppe.balken.length) / 2;
    const bars = gruppe.balken.flatMap((werte, b) => bar(werte, start + b * dicke, dicke - 3));
    const words = g % namen.each === 0 ? (namen.rows[g] ?? []) : [];
    return el(
      'g',
      {},
      ...bars,
      ...words.map((word, row) => label(word, mitte, grund + 18 + row * 16, farben.text, 'middle')),
    );
  });

  function bar(werte: readonly (Zahl | null)[], x: number, dicke: number): SvgNode[] {
    const parts: SvgNode[] = [];
    let unten = grund;
    werte.forEach((wert, reihe) => {
      if (wert === null || wert === '.' || wert === 0) return;
      const h = scale(wert);
      const { flaeche, schrift } = farbe(farben, reihe);
      parts.push(rect(x, unten - h, dicke, Math.max(0.5, h - 1), flaeche));
      if (h >= 16 && dicke >= 18)
        parts.push(label(String(wert), x + dicke / 2, unten - h / 2 + 4.5, schrift, 'middle'));
      unten -= h;
    });
    const total = sum(werte);
    const complete = werte.every((w) => w !== '.');
    if (complete && total > 0 && dicke >= 14)
      parts.push(label(String(total), x + dicke / 2, unten - 5, farben.text, 'middle', true));
    return parts;
  }

  return drawing(rahmen, grund + 12 + namen.lines * 16, [legende.node, ...axis, ...groups]);
}

/** Names below the groups: the year on a second line where it is narrow, and where that is too wide still, not under each. */
function groupNames({ gruppen }: Stapel, platz: number) {
  const narrow = gruppen.some(({ name }) => textWidth(name) > platz);
  const rows = gruppen.map(({ name }) => (narrow ? name.split(/(?<=[./ ])(?=\d{2,4}$)/) : [name]));
  const widest = Math.max(0, ...rows.flat().map((word) => textWidth(word)));
  return {
    rows,
    lines: Math.max(1, ...rows.map((row) => row.length)),
    each: Math.max(1, Math.ceil(widest / platz)),
  };
}

function sum(werte: readonly (Zahl | null)[]): number {
  return werte.reduce<number>((total, w) => total + (typeof w === 'number' ? w : 0), 0);
}
