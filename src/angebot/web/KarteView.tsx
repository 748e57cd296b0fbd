import { useId, useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Link } from '#src/ui/web/Button.tsx';
import type { AngebotOrt, KarteAntwort } from '../contract.ts';
import { clusterOrte, drawKarte, type Haufen, type Karte, type Point } from '../karte.ts';
import * as texts from './texts.ts';
import './karte.css';

export interface KarteViewProps {
  readonly kreis: KreisStamm;
  readonly antwort: KarteAntwort;
  /** How many were found, in words. */
  readonly count: string;
  /** Stands out on the map. */
  readonly kommune: string | undefined;
  readonly outdated: boolean;
}

/** Marks nearer than this share of the width would lie on each other on a phone. */
const NEAR = 75;
/** Names stand under the mark of their town. */
const NAME_BELOW = 62;
/** More Kommunen than this need smaller letters. */
const MANY = 14;
/** Without a drawing places are put together by their degrees. */
const NEAR_DEGREES = 0.02;
const degrees: Pick<Karte, 'place'> = { place: ({ laenge, breite }) => [laenge, breite] };

/** The hits on a schematic map, and beside it the same places as a list that needs no eyes and no mouse. */
export function KarteView({ kreis, antwort, count, kommune, outdated }: KarteViewProps) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<number>();
  const base = useId();
  const karte = drawKarte(antwort.kommune);
  const zahl = ({ orte }: Haufen<AngebotOrt>) => orte.reduce((all, { anzahl }) => all + anzahl, 0);
  const name = ({ orte }: Haufen<AngebotOrt>) => {
    const [first] = orte;
    return first?.kommuneId ? nameOf(kreis.kommune, first.kommuneId) : (first?.anschrift ?? '');
  };

  const haufen = clusterOrte(karte ?? degrees, antwort.ort, karte ? NEAR : NEAR_DEGREES).toSorted((a, b) =>
    name(a).localeCompare(name(b), 'de'),
  );

  function show(index: number) {
    setChosen(index);
    document.getElementById(`${base}-${index}`)?.focus();
  }

  return (
    <div className="karte" aria-busy={outdated || undefined}>
      {karte ? (
        <figure className="karte-blatt">
          <div className="karte-feld">
            <Drawing
              karte={karte}
              kreis={kreis}
              kommune={kommune}
              marken={haufen.map(({ mitte }) => mitte)}
              label={t.karteTitel(kreis.name, count)}
            />
            {haufen.map((each, index) => (
              <button
                key={each.mitte.join()}
                type="button"
                className="karte-marke"
                style={{
                  left: `${(each.mitte[0] / karte.width) * 100}%`,
                  top: `${(each.mitte[1] / karte.height) * 100}%`,
                }}
                aria-label={t.ortZahl(name(each), zahl(each))}
                aria-pressed={chosen === index}
                onClick={() => show(index)}
              >
                {zahl(each)}
              </button>
            ))}
          </div>
          <figcaption className="small muted">{t.karteHinweis}</figcaption>
        </figure>
      ) : (
        <p className="muted">{t.karteFehlt}</p>
      )}
      <section className="stack" aria-label={t.orte}>
        <h2>{t.orte}</h2>
        {haufen.map((each, index) => (
          <details key={each.mitte.join()} open={chosen === index} className="karte-ort">
            <summary id={`${base}-${index}`}>{t.ortZahl(name(each), zahl(each))}</summary>
            <ul className="plain">
              {each.orte.flatMap((ort) =>
                ort.angebot.map(({ id, name: angebot }) => (
                  <li key={id}>
                    <Link href={`/k/${kreis.id}/angebot/${id}`}>{angebot}</Link>
                  </li>
                )),
              )}
              {each.orte.some((ort) => ort.anzahl > ort.angebot.length) && (
                <li className="muted">
                  {t.ortMehr(zahl(each) - each.orte.reduce((all, ort) => all + ort.angebot.length, 0))}
                </li>
              )}
            </ul>
          </details>
        ))}
        {antwort.ohneOrt > 0 && <p className="muted">{t.ohneOrt(antwort.ohneOrt)}</p>}
      </section>
    </div>
  );
}

interface DrawingProps {
  readonly karte: Karte;
  readonly kreis: KreisStamm;
  readonly kommune: string | undefined;
  /** Where marks lie over the drawing. */
  readonly marken: readonly Point[];
  readonly label: string;
}

function Drawing({ karte, kreis, kommune, marken, label }: DrawingProps) {
  const marked = ([x, y]: Point) => marken.some((mark) => Math.hypot(mark[0] - x, mark[1] - y) < NAME_BELOW);
  return (
    <svg
      viewBox={`0 0 ${karte.width} ${Math.round(karte.height)}`}
      role="img"
      aria-label={label}
      className={`karte-svg${karte.flaechen.length > MANY ? ' karte-viele' : ''}`}
    >
      {karte.flaechen.map(({ id, ecken }) => (
        <polygon
          key={id}
          className={`karte-flaeche${id === kommune ? ' karte-gewaehlt' : ''}`}
          points={ecken.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
      ))}
      {karte.flaechen.map(({ id, mitte }) => (
        <text
          key={id}
          className={`karte-name${marked(mitte) ? '' : ' karte-leer'}`}
          x={mitte[0]}
          y={mitte[1] + (marked(mitte) ? NAME_BELOW : 8)}
          textAnchor="middle"
        >
          {nameOf(kreis.kommune, id)}
        </text>
      ))}
    </svg>
  );
}
