import { formatDay } from '#src/platform/day.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { akteurText } from '../akteur-text.ts';
import type { AkteurZeile } from '../contract.ts';
import { fitText, karteWidth, placeKarte } from '../karte.ts';
import { akteurName } from '../rules.ts';
import './karte.css';
import * as texts from './texts.ts';

export interface KarteViewProps {
  readonly akteure: readonly AkteurZeile[];
  readonly fuehrt: { readonly akteurId: string | null } | undefined;
  readonly klient: string;
}

/** Id of the row of an actor in the list, to which its box on the map leads. */
export function rowIdOf(akteurId: string): string {
  return `akteur-${akteurId}`;
}

/** Id of the words on the release of an actor in the list, which describe its box. */
export function releaseIdOf(akteurId: string): string {
  return `freigabe-${akteurId}`;
}

/** The client in the middle and everybody around; left out on a phone, where the list says the same. */
export function KarteView({ akteure, fuehrt, klient }: KarteViewProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const w = akteurText[sprache];
  const { hoehe, mitte, feld, kasten } = placeKarte(akteure);
  const x = mitte.x + mitte.breite / 2;
  return (
    <figure className="netzwerk">
      <nav aria-label={t.karte}>
        <svg
          viewBox={`0 0 ${karteWidth} ${hoehe}`}
          className="netzwerk-bild"
          aria-label={w.beschreibung(klient, akteure.length)}
        >
          <rect {...rectOf(mitte)} rx={14} className="netzwerk-mitte" />
          <text x={x} y={mitte.y + 42} className="netzwerk-klient">
            {fitText(klient, 22)}
          </text>
          <text x={x} y={mitte.y + 76} className="netzwerk-cm">
            {w.casemanagement}
          </text>
          {fuehrt?.akteurId === null && (
            <text x={x} y={mitte.y + 96} className="netzwerk-cm">
              ★ {w.federfuehrung}
            </text>
          )}
          {feld.map((each) => (
            <text key={each.feld} x={each.x + 2} y={each.y} className="netzwerk-feld">
              {w.feld[each.feld]}
            </text>
          ))}
          {kasten.map((box) => {
            const akteur = akteure.find((each) => each.id === box.id);
            if (!akteur) return null;
            const lead = fuehrt?.akteurId === akteur.id;
            const name = akteurName(akteur);
            const release =
              akteur.freigabe === null
                ? w.ohneFreigabe
                : w.freigabeBis(formatDay(akteur.freigabe.letzterTag));
            const shown = fitText(name, 36);
            const second = `${lead ? `★ ${w.federfuehrung} · ` : ''}${w.rolle[akteur.rolle]}`;
            return (
              <g key={box.id} className={akteur.freigabe === null ? 'netzwerk-ohne' : 'netzwerk-mit'}>
                <title>{`${name}, ${second}, ${release}`}</title>
                <path d={box.linie} className="netzwerk-linie" />
                <a
                  href={`#${rowIdOf(akteur.id)}`}
                  aria-describedby={releaseIdOf(akteur.id)}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(rowIdOf(akteur.id))?.focus();
                  }}
                >
                  <rect
                    {...rectOf(box)}
                    rx={8}
                    className={lead ? 'netzwerk-kasten netzwerk-fuehrt' : 'netzwerk-kasten'}
                  />
                  <text x={box.x + 14} y={box.y + 21} className="netzwerk-name">
                    {shown}
                  </text>
                  <text x={box.x + 14} y={box.y + 40} className="netzwerk-rolle">
                    {second}
                  </text>
                </a>
              </g>
            );
          })}
        </svg>
      </nav>
      <figcaption className="netzwerk-legende small muted">
        <span className="netzwerk-mit">
          <LineSample /> {w.legendeMit}
        </span>
        <span className="netzwerk-ohne">
          <LineSample /> {w.legendeOhne}
        </span>
        <span>★ {w.federfuehrung}</span>
      </figcaption>
    </figure>
  );
}

function LineSample() {
  return (
    <svg width={34} height={10} aria-hidden="true">
      <path d="M1 5h32" className="netzwerk-linie" />
    </svg>
  );
}

function rectOf({ x, y, breite, hoehe }: { x: number; y: number; breite: number; hoehe: number }) {
  return { x: x + 2, y: y + 1, width: breite - 4, height: hoehe - 2 };
}
