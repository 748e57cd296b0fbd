/** A drawing as a small tree: pages render it with React, documents as text, both from the same numbers. */
export interface SvgNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export function el(tag: string, attrs: SvgNode['attrs'], ...children: (SvgNode | string)[]): SvgNode {
  return { tag, attrs, children };
}

/** Fill colours of the series, the ink that is legible on each, and the colours of axes and text. */
export interface Farben {
  readonly reihe: readonly { readonly flaeche: string; readonly schrift: string }[];
  readonly text: string;
  readonly leise: string;
  readonly linie: string;
  /** Bars beside the ranked ones. */
  readonly nebenbei: string;
}

/** For paper: fixed, distinguishable in grey and for colour-blind readers. */
export const druckfarben: Farben = {
  reihe: [
    { flaeche: '#171a6b', schrift: '#ffffff' },
    { flaeche: '#f0a63c', schrift: '#14171f' },
    { flaeche: '#217568', schrift: '#ffffff' },
    { flaeche: '#b9c4e8', schrift: '#14171f' },
    { flaeche: '#9c3f6f', schrift: '#ffffff' },
    { flaeche: '#5f6879', schrift: '#ffffff' },
  ],
  text: '#14171f',
  leise: '#4a5160',
  linie: '#c9ced8',
  nebenbei: '#a9b0be',
};

/** For pages: names of CSS variables, so that dark mode and forced colours apply; defined in the page's style sheet. */
export const seitenfarben: Farben = {
  reihe: druckfarben.reihe.map((_, i) => ({
    flaeche: `var(--diagramm-${i + 1})`,
    schrift: `var(--diagramm-schrift-${i + 1})`,
  })),
  text: 'var(--diagramm-text)',
  leise: 'var(--diagramm-leise)',
  linie: 'var(--diagramm-linie)',
  nebenbei: 'var(--diagramm-nebenbei)',
};

/** Colour of a series; more than six series begin again. */
export function farbe(farben: Farben, index: number): { flaeche: string; schrift: string } {
  return farben.reihe[index % farben.reihe.length] ?? { flaeche: farben.text, schrift: farben.linie };
}

/** Where and how large a drawing is, and what it says to those who do not see it. */
export interface Rahmen {
  readonly breite: number;
  readonly titel: string;
  readonly beschreibung: string;
  /** Unique on the page; ties title and description to the drawing. */
  readonly id: string;
  readonly farben: Farben;
}

export const schriftgroesse = 13;

/** The outer element with its accessible name. */
export function drawing(rahmen: Rahmen, hoehe: number, children: SvgNode[]): SvgNode {
  const { breite, id } = rahmen;
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${breite} ${hoehe}`,
      width: breite,
      height: hoehe,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
      fontFamily: 'Noto Sans, Fira Sans, sans-serif',
      fontSize: schriftgroesse,
    },
    el('title', { id: `${id}-t` }, rahmen.titel),
    el('desc', { id: `${id}-d` }, rahmen.beschreibung),
    ...children,
  );
}

export type Anker = 'start' | 'middle' | 'end';

export function label(
  text: string,
  x: number,
  y: number,
  fill: string,
  textAnchor: Anker = 'start',
  fett = false,
): SvgNode {
  return el(
    'text',
    { x: round(x), y: round(y), fill, textAnchor, ...(fett ? { fontWeight: 700 } : {}) },
    text,
  );
}

export function rect(x: number, y: number, width: number, height: number, fill: string): SvgNode {
  return el('rect', { x: round(x), y: round(y), width: round(width), height: round(height), fill });
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string): SvgNode {
  return el('line', { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), stroke, strokeWidth: 1 });
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** About how wide a text is; no font is measured, so that server and page agree. */
export function textWidth(text: string, groesse: number = schriftgroesse): number {
  return text.length * groesse * 0.6;
}

/** A text that fits, cut with an ellipsis. */
export function fit(text: string, breite: number): string {
  const most = Math.floor(breite / (schriftgroesse * 0.6));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;
}

/** Round steps for an axis from 0 to at least `most`, about four of them. */
export function axisSteps(most: number): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough);
  const steps = [];
  for (let at = 0; at < most + step; at += step) steps.push(at);
  return steps;
}

const names: Readonly<Record<string, string>> = {
  textAnchor: 'text-anchor',
  fontFamily: 'font-family',
  fontSize: 'font-size',
  fontWeight: 'font-weight',
  strokeWidth: 'stroke-width',
};

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The drawing as SVG text. */
export function toSvg(node: SvgNode): string {
  const attrs = Object.entries(node.attrs).map(
    ([key, value]) => ` ${names[key] ?? key}="${escape(String(value))}"`,
  );
  const inner = node.children
    .map((child) => (typeof child === 'string' ? escape(child) : toSvg(child)))
    .join('');
  return `<${node.tag}${attrs.join('')}>${inner}</${node.tag}>`;
}
