import type { Zahl } from '../rules.ts';
import { drawing, farbe, fit, label, rect, textWidth, type Rahmen, type SvgNode } from './svg.ts';

export interface Balken {
  readonly name: string;
  readonly wert: Zahl;
  /** Written behind the value, such as "19 %". */
  readonly zusatz: string;
  /** "ohne Angabe" and the rest stand apart from the ranked values. */
  readonly leise: boolean;
}

const zeile = 28;

/** One bar per value, name before and number behind it. */
export function horizontalBars(balken: readonly Balken[], rahmen: Rahmen): SvgNode {
  const { farben, breite } = rahmen;
  const namen = Math.min(breite * 0.4, Math.max(60, ...balken.map((b) => textWidth(b.name))) + 10);
  const zahlen = Math.max(...balken.map((b) => textWidth(text(b))), 30) + 12;
  const most = Math.max(1, ...balken.map((b) => (b.wert === '.' ? 0 : b.wert)));
  const platz = breite - namen - zahlen;
  const rows = balken.flatMap((b, index) => {
    const y = index * zeile + 4;
    const width = b.wert === '.' ? 0 : (b.wert / most) * platz;
    const flaeche = b.leise ? farben.nebenbei : farbe(farben, 0).flaeche;
    return [
      label(fit(b.name, namen - 8), namen - 8, y + 15, farben.text, 'end'),
      rect(namen, y, Math.max(width, b.wert === 0 ? 0 : 1.5), zeile - 8, flaeche),
      label(text(b), namen + width + 8, y + 15, farben.text),
    ];
  });
  return drawing(rahmen, Math.max(1, balken.length) * zeile + 4, rows);
}

function text({ wert, zusatz }: Balken): string {
  return zusatz === '' ? String(wert) : `${wert} · ${zusatz}`;
}
