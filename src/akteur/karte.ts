import { akteurFelder, feldOf, type AkteurFeld } from './rules.ts';
import type { AkteurRolle } from './contract.ts';

/** Width of the drawing in its own units; its height follows the longer side. */
export const karteWidth = 960;

const boxSize = { breite: 300, hoehe: 50, luft: 10 } as const;
const headerSize = 26;
const gap = 14;
const ownBox = { breite: 190, hoehe: 112 } as const;

export interface KarteBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly breite: number;
  readonly hoehe: number;
  /** Line from the middle to the box. */
  readonly linie: string;
}

export interface Karte {
  readonly hoehe: number;
  readonly mitte: { readonly x: number; readonly y: number; readonly breite: number; readonly hoehe: number };
  readonly feld: readonly { readonly feld: AkteurFeld; readonly x: number; readonly y: number }[];
  readonly kasten: readonly KarteBox[];
}

/**
 * Where everything stands on the map: the client in the middle, actors of one field together at its sides, however many
 * there are; both sides about equally long.
 */
export function placeKarte(akteure: readonly { readonly id: string; readonly rolle: AkteurRolle }[]): Karte {
  const gruppen = akteurFelder
    .map((feld) => ({ feld, ids: akteure.filter((a) => feldOf(a.rolle) === feld).map((a) => a.id) }))
    .filter(({ ids }) => ids.length > 0);
  const seiten: [typeof gruppen, typeof gruppen] = [[], []];
  for (const gruppe of gruppen) {
    const [links, rechts] = seiten;
    (lengthOf(links) <= lengthOf(rechts) ? links : rechts).push(gruppe);
  }
  const hoehe = Math.max(...seiten.map(lengthOf), ownBox.hoehe) + 2 * gap;
  const mitteY = (hoehe - ownBox.hoehe) / 2;
  const feld: { feld: AkteurFeld; x: number; y: number }[] = [];
  const boxes: KarteBox[] = [];
  for (const [i, seite] of seiten.entries()) {
    const links = i === 0;
    const x = links ? 0 : karteWidth - boxSize.breite;
    let y = (hoehe - lengthOf(seite)) / 2;
    for (const gruppe of seite) {
      feld.push({ feld: gruppe.feld, x, y: y + headerSize - 9 });
      y += headerSize;
      for (const id of gruppe.ids) {
        boxes.push({
          id,
          x,
          y,
          breite: boxSize.breite,
          hoehe: boxSize.hoehe,
          linie: lineTo(links, y, hoehe),
        });
        y += boxSize.hoehe + boxSize.luft;
      }
    }
  }
  return {
    hoehe,
    mitte: {
      x: (karteWidth - ownBox.breite) / 2,
      y: mitteY,
      breite: ownBox.breite,
      hoehe: ownBox.hoehe,
    },
    feld,
    kasten: boxes,
  };
}

function lengthOf(seite: readonly { readonly ids: readonly string[] }[]): number {
  return seite.reduce((sum, { ids }) => sum + headerSize + ids.length * (boxSize.hoehe + boxSize.luft), 0);
}

function lineTo(links: boolean, y: number, hoehe: number): string {
  const von = {
    x: links ? (karteWidth - ownBox.breite) / 2 : (karteWidth + ownBox.breite) / 2,
    y: hoehe / 2,
  };
  const nach = { x: links ? boxSize.breite : karteWidth - boxSize.breite, y: y + boxSize.hoehe / 2 };
  const bogen = (von.x + nach.x) / 2;
  return `M${von.x} ${von.y}C${bogen} ${von.y} ${bogen} ${nach.y} ${nach.x} ${nach.y}`;
}

/** Words cut to what fits into a box. */
export function fitText(text: string, zeichen: number): string {
  return text.length <= zeichen ? text : `${text.slice(0, zeichen - 1).trimEnd()}…`;
}
