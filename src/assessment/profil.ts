import {
  drawing,
  el,
  farbe,
  fit,
  label,
  line,
  round,
  textWidth,
  type Farben,
  type Rahmen,
  type SvgNode,
} from '#src/auswertung/chart/svg.ts';
import type { Bedarf } from './runde.ts';

export interface ProfilZeile {
  readonly name: string;
  /** Undefined where only one round is drawn. */
  readonly vorher?: Bedarf;
  readonly nachher: Bedarf;
}

export interface ProfilWorte {
  /** The three columns: no need, need, urgent. */
  readonly bedarf: readonly [string, string, string];
  /** Names of the rounds in the legend. */
  readonly vorher?: string;
  readonly nachher: string;
}

const zeile = 30;
const kopf = 26;
const punkt = 6.5;
const spalten = { keiner: 0, bedarf: 1, dringend: 2, nicht_besprochen: undefined } as const;

/**
 * The profile over the Lebensbereiche: one line per area, a ring where it stood and a disc where it stands, joined where
 * it moved. What was not talked about has no mark.
 */
export function drawProfil(zeilen: readonly ProfilZeile[], worte: ProfilWorte, rahmen: Rahmen): SvgNode {
  const { farben, breite } = rahmen;
  const namen =
    Math.min(
      breite * (breite < 500 ? 0.38 : 0.48),
      Math.max(60, ...zeilen.map(({ name }) => textWidth(name))),
    ) + 8;
  const legende = drawLegend(worte, rahmen);
  const rand = textWidth(worte.bedarf[2]) / 2 + 2;
  const links = namen + textWidth(worte.bedarf[0]) / 2;
  const x = (spalte: number) => links + (spalte / 2) * (breite - rand - links);
  // Where the columns are narrow, the word in the middle stands above the others.
  const enge = x(1) - x(0) < textWidth(worte.bedarf[0]);
  const oben = legende.hoehe + kopf + (enge ? 16 : 0);
  const unten = oben + zeilen.length * zeile;
  const axis = worte.bedarf.flatMap((wort, spalte) => [
    line(x(spalte), oben, x(spalte), unten, farben.linie),
    label(wort, x(spalte), oben - (enge && spalte === 1 ? 24 : 8), farben.leise, 'middle'),
  ]);
  const rows = zeilen.flatMap(({ name, vorher, nachher }, index) => {
    const y = oben + index * zeile + zeile / 2;
    const von = vorher === undefined ? undefined : spalten[vorher];
    const bis = spalten[nachher];
    return [
      line(0, y + zeile / 2, breite, y + zeile / 2, farben.linie),
      label(fit(name, namen - 8), 0, y + 4.5, farben.text),
      ...(von === undefined || bis === undefined || von === bis
        ? []
        : [
            el('path', {
              d: `M${round(x(von) + (bis < von ? -punkt : punkt))} ${round(y)}H${round(x(bis))}`,
              stroke: farbe(farben, bis < von ? 2 : 1).flaeche,
              strokeWidth: 4,
            }),
          ]),
      ...(von === undefined ? [] : [ring(x(von), y, farben)]),
      ...(bis === undefined ? [] : [disc(x(bis), y, farben, von === bis)]),
    ];
  });
  return drawing(rahmen, unten + 2, [legende.node, ...axis, ...rows]);
}

function ring(x: number, y: number, farben: Farben): SvgNode {
  return el('circle', {
    cx: round(x),
    cy: round(y),
    r: punkt,
    fill: 'none',
    stroke: farben.text,
    strokeWidth: 2,
  });
}

/** A disc is smaller inside the ring of the same place. */
function disc(x: number, y: number, farben: Farben, inside = false): SvgNode {
  return el('circle', {
    cx: round(x),
    cy: round(y),
    r: inside ? punkt - 3 : punkt,
    fill: farbe(farben, 0).flaeche,
  });
}

function drawLegend(
  { vorher, nachher }: ProfilWorte,
  { farben, breite }: Rahmen,
): { node: SvgNode; hoehe: number } {
  if (vorher === undefined) return { node: el('g', {}), hoehe: 0 };
  const second = 20 + textWidth(vorher) + 20;
  const below = second + 20 + textWidth(nachher) > breite;
  const [x, y] = below ? [0, 22] : [second, 0];
  return {
    node: el(
      'g',
      {},
      ring(8, 9, farben),
      label(vorher, 22, 13.5, farben.text),
      disc(x + 8, y + 9, farben),
      label(nachher, x + 22, y + 13.5, farben.text),
    ),
    hoehe: y + 28,
  };
}

/** One dimension of self-reliance over the rounds: 1 at the foot, 5 at the top; a round without rating breaks the line. */
export function drawStufen(
  punkte: readonly { readonly name: string; readonly stufe: number | null }[],
  rahmen: Rahmen,
): SvgNode {
  const { farben, breite } = rahmen;
  const [hoehe, links, rechts] = [84, 20, 14];
  const y = (stufe: number) => 12 + ((5 - stufe) / 4) * hoehe;
  const x = (index: number) =>
    punkte.length === 1
      ? (links + breite - rechts) / 2
      : links + 12 + (index / (punkte.length - 1)) * (breite - links - rechts - 24);
  const axis = [1, 2, 3, 4, 5].flatMap((stufe) => [
    line(links, y(stufe), breite - rechts, y(stufe), farben.linie),
    ...(stufe % 2 === 1 ? [label(String(stufe), links - 8, y(stufe) + 4, farben.leise, 'end')] : []),
  ]);
  let pen = 'M';
  const path = punkte.map(({ stufe }, index) => {
    if (stufe === null) {
      pen = 'M';
      return '';
    }
    const part = `${pen}${round(x(index))} ${round(y(stufe))}`;
    pen = 'L';
    return part;
  });
  // Many rounds: not every one has room for its name.
  const each = Math.ceil((punkte.length * 40) / breite);
  const marks = punkte.flatMap(({ name, stufe }, index) => {
    const last = index === punkte.length - 1;
    return [
      ...((punkte.length - 1 - index) % each === 0
        ? [label(name, x(index), hoehe + 32, farben.leise, 'middle')]
        : []),
      ...(stufe === null ? [] : [disc(x(index), y(stufe), farben, !last)]),
    ];
  });
  return drawing(rahmen, hoehe + 38, [
    ...axis,
    el('path', { d: path.join(''), fill: 'none', stroke: farbe(farben, 0).flaeche, strokeWidth: 2 }),
    ...marks,
  ]);
}
