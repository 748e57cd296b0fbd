import type { Zahl } from '../rules.ts';
import { legend } from './legend.ts';
import { axisSteps, drawing, el, farbe, label, line, round, type Rahmen, type SvgNode } from './svg.ts';

export interface Linien {
  readonly punkte: readonly string[];
  readonly reihen: readonly { readonly name: string; readonly werte: readonly (Zahl | null)[] }[];
}

const hoehe = 230;
const links = 44;
const rechts = 22;

/** Lines over years, each point with its value. A missing figure breaks the line. */
export function lines({ punkte, reihen }: Linien, rahmen: Rahmen): SvgNode {
  const { farben, breite } = rahmen;
  const legende = legend(
    rahmen,
    reihen.map((r) => r.name),
  );
  const werte = reihen.flatMap((r) => r.werte).filter((w) => typeof w === 'number');
  const steps = axisSteps(Math.max(0, ...werte));
  const grund = legende.hoehe + 20 + hoehe;
  const y = (n: number) => grund - (n / (steps.at(-1) ?? 1)) * hoehe;
  const schritt = (breite - links - rechts - 20) / Math.max(1, punkte.length - 1);
  const x = (index: number) => links + 16 + index * schritt;
  const axis = steps.flatMap((n) => [
    line(links, y(n), breite - rechts + 14, y(n), farben.linie),
    label(String(n), links - 6, y(n) + 4, farben.leise, 'end'),
  ]);
  const names = punkte.map((name, index) => label(name, x(index), grund + 18, farben.text, 'middle'));
  const series = reihen.map((reihe, r) => {
    const { flaeche } = farbe(farben, r);
    let pen = 'M';
    const path = reihe.werte.map((wert, index) => {
      if (typeof wert !== 'number') {
        pen = 'M';
        return '';
      }
      const part = `${pen}${round(x(index))} ${round(y(wert))}`;
      pen = 'L';
      return part;
    });
    const points = reihe.werte.flatMap((wert, index) =>
      typeof wert === 'number'
        ? [
            el('circle', { cx: round(x(index)), cy: round(y(wert)), r: 3.5, fill: flaeche }),
            label(String(wert), x(index), y(wert) - 9, farben.text, 'middle'),
          ]
        : [],
    );
    return el(
      'g',
      {},
      el('path', { d: path.join(''), fill: 'none', stroke: flaeche, strokeWidth: 2 }),
      ...points,
    );
  });
  return drawing(rahmen, grund + 28, [legende.node, ...axis, ...names, ...series]);
}
