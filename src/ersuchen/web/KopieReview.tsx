import { useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { ersuchenContract } from '../contract.ts';
import type { KopieAbschnitt, KopieFeld, KopieZeile, Schwaerzung } from '../kopie.ts';
import { sayFeld } from '../worte.ts';
import './ersuchen.css';
import { piecesOf } from './pieces-of.ts';
import { RedactDialog, type RedactPlace } from './RedactDialog.tsx';
import * as texts from './texts.ts';
import { titelOf } from './titel-of.ts';

export interface KopieReviewProps {
  readonly kreisId: string;
  readonly ersuchenId: string;
}

/** The whole copy to read, section by section, with what is struck out; words can be struck out and given back. */
export function KopieReview({ kreisId, ersuchenId }: KopieReviewProps) {
  const t = useTexts(texts);
  const params = { kreisId, ersuchenId };
  const [place, setPlace] = useState<RedactPlace>();
  const { data, error, refetch } = useQuery(ersuchenContract.getKopie, { params });
  const remove = useAction((key: string, schwaerzungId: string) =>
    call(ersuchenContract.removeSchwaerzung, { params: { ...params, schwaerzungId } }, { key }),
  );
  if (error) return <ErrorState problem={error} onRetry={refetch} />;
  if (!data) return <Loading rows={6} />;
  return (
    <Card title={t.pruefung}>
      <div className="stack">
        <p className="prose">{data.offen ? t.pruefungText : t.pruefungFest}</p>
        {remove.problem && <ErrorState problem={remove.problem} codes={t.code} />}
        {data.abschnitte
          .filter(({ zeilen }) => zeilen.length > 0)
          .map((abschnitt) => (
            <Abschnitt
              key={abschnitt.abschnitt}
              abschnitt={abschnitt}
              schwaerzung={data.schwaerzung.filter((each) => each.abschnitt === abschnitt.abschnitt)}
              offen={data.offen}
              onRemove={remove.run}
              onRedact={setPlace}
            />
          ))}
      </div>
      {place && <RedactDialog {...params} place={place} onClose={() => setPlace(undefined)} />}
    </Card>
  );
}

interface AbschnittProps {
  readonly abschnitt: KopieAbschnitt;
  readonly schwaerzung: readonly Schwaerzung[];
  readonly offen: boolean;
  readonly onRemove: (id: string) => void;
  readonly onRedact: (place: RedactPlace) => void;
}

/** A section; its rows are drawn when it is opened, a long file has hundreds. */
function Abschnitt({ abschnitt, schwaerzung, offen, onRemove, onRedact }: AbschnittProps) {
  const t = useTexts(texts);
  const active = schwaerzung.filter(({ verworfen }) => !verworfen).length;
  const [open, setOpen] = useState(false);
  return (
    <details className="ersuchen-abschnitt" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span lang="de">{titelOf(abschnitt.abschnitt)}</span>{' '}
        <span className="muted small">{t.eintrag(abschnitt.zeilen.length, active)}</span>
      </summary>
      {open &&
        abschnitt.zeilen.map((zeile) => (
          <Zeile
            key={zeile.id}
            zeile={zeile}
            schwaerzung={schwaerzung.filter((each) => each.zeile === zeile.id)}
            offen={offen}
            onRemove={onRemove}
            onRedact={() => onRedact({ abschnitt: abschnitt.abschnitt, ...zeile })}
          />
        ))}
    </details>
  );
}

interface ZeileProps {
  readonly zeile: KopieZeile;
  readonly schwaerzung: readonly Schwaerzung[];
  readonly offen: boolean;
  readonly onRemove: (id: string) => void;
  readonly onRedact: () => void;
}

/** A row: days and codes in one line, everything that was written or struck out below. */
function Zeile({ zeile, schwaerzung, offen, onRemove, onRedact }: ZeileProps) {
  const t = useTexts(texts);
  const marked = (feld: string) => schwaerzung.filter((each) => each.feld === feld);
  const isWritten = ({ feld, frei, dritte }: KopieFeld) => frei || dritte || marked(feld).length > 0;
  const short = zeile.felder.filter((each) => !isWritten(each));
  const line = short
    .map(({ feld, wert }) => `${sayFeld(feld)}: ${isDay(wert) ? formatDay(wert) : wert}`)
    .join(' · ');
  return (
    <div className="ersuchen-zeile">
      <div className="row row-between">
        <p className="muted" lang="de">
          {line}
        </p>
        {offen && (
          <Button small kind="quiet" onClick={onRedact}>
            {t.schwaerzen}
            <span className="sr-only">: {line.slice(0, 60)}</span>
          </Button>
        )}
      </div>
      <dl>
        {zeile.felder.filter(isWritten).map((each) => (
          <Feld
            key={each.feld}
            feld={each}
            schwaerzung={marked(each.feld)}
            offen={offen}
            onRemove={onRemove}
          />
        ))}
      </dl>
    </div>
  );
}

interface FeldProps {
  readonly feld: KopieFeld;
  readonly schwaerzung: readonly Schwaerzung[];
  readonly offen: boolean;
  readonly onRemove: (id: string) => void;
}

function Feld({ feld: { feld, wert }, schwaerzung, offen, onRemove }: FeldProps) {
  const t = useTexts(texts);
  const active = schwaerzung.filter(({ verworfen }) => !verworfen);
  return (
    <div>
      <dt lang="de">{sayFeld(feld)}</dt>
      <dd>
        <span className="preline" lang="de">
          {piecesOf(wert, active).map(({ von, text, weg }) =>
            weg ? <del key={von}>{text}</del> : <span key={von}>{text}</span>,
          )}
        </span>
        {schwaerzung.some(({ verworfen }) => verworfen) && (
          <span className="small muted"> ({t.verworfenHinweis})</span>
        )}
        {offen && active.length > 0 && (
          <span className="ersuchen-knoepfe">
            {active.map((each) => (
              <Button key={each.id} small kind="quiet" onClick={() => onRemove(each.id)}>
                {`„${wert.slice(each.von, Math.min(each.bis, each.von + 24))}“ ${t.zeigen}`}
              </Button>
            ))}
          </span>
        )}
      </dd>
    </div>
  );
}
