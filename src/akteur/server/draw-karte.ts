import type { Sprache } from '#src/platform/texts.ts';
import { akteurText } from '../akteur-text.ts';
import type { AkteurZeile } from '../contract.ts';
import { fitText, karteWidth, placeKarte } from '../karte.ts';
import { akteurName } from '../rules.ts';

const ink = '#14171f';
const line = '#4a5160';
const fill = '#171a6b';

/** The map for paper as SVG text; lines are solid where a release exists, the lead has a thick frame and a star. */
export function drawKarte(
  akteure: readonly AkteurZeile[],
  fuehrt: { readonly akteurId: string | null } | undefined,
  name: string,
  sprache: Sprache,
): string {
  const t = akteurText[sprache];
  const { hoehe, mitte, feld, kasten } = placeKarte(akteure);
  const text = (x: number, y: number, worte: string, more: string) =>
    `<text x='${x}' y='${y}' font-family='Noto Sans' ${more}>${escapeXml(worte)}</text>`;
  const x = mitte.x + mitte.breite / 2;
  const boxes = kasten.flatMap((box) => {
    const akteur = akteure.find((each) => each.id === box.id);
    if (!akteur) return [];
    const lead = fuehrt?.akteurId === akteur.id;
    const strich = akteur.freigabe === null ? `stroke='${line}' stroke-dasharray='5 5'` : `stroke='${fill}'`;
    return [
      `<path d='${box.linie}' fill='none' ${strich} stroke-width='2'/>`,
      `<rect x='${box.x + 1}' y='${box.y}' width='${box.breite - 2}' height='${box.hoehe}' rx='8' fill='#ffffff' ${strich} stroke-width='${lead ? 4 : 1.5}'/>`,
      text(
        box.x + 14,
        box.y + 21,
        fitText(akteurName(akteur), 36),
        `font-size='14' font-weight='600' fill='${ink}'`,
      ),
      text(
        box.x + 14,
        box.y + 39,
        `${lead ? `★ ${t.federfuehrung} · ` : ''}${t.rolle[akteur.rolle]}`,
        `font-size='12' fill='${line}'`,
      ),
    ];
  });
  return [
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${karteWidth} ${hoehe}' width='${karteWidth}' height='${hoehe}'>`,
    ...boxes,
    ...feld.map((each) =>
      text(each.x + 2, each.y, t.feld[each.feld], `font-size='13' font-weight='600' fill='${fill}'`),
    ),
    `<rect x='${mitte.x}' y='${mitte.y}' width='${mitte.breite}' height='${mitte.hoehe}' rx='14' fill='${fill}'/>`,
    text(
      x,
      mitte.y + 42,
      fitText(name, 22),
      `font-size='16' font-weight='600' fill='#ffffff' text-anchor='middle'`,
    ),
    text(x, mitte.y + 76, t.casemanagement, `font-size='13' fill='#ffffff' text-anchor='middle'`),
    ...(fuehrt?.akteurId === null
      ? [text(x, mitte.y + 95, `★ ${t.federfuehrung}`, `font-size='12' fill='#ffffff' text-anchor='middle'`)]
      : []),
    '</svg>',
  ].join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;');
}
