import { addMonths, formatDay, today } from '#src/platform/day.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Icon } from '#src/ui/web/Icon.tsx';
import type { DokumentZeile } from '../contract.ts';
import { formatSize } from './format-size.ts';
import * as texts from './texts.ts';

export type DokumentWas = 'oeffnen' | 'aendern' | 'loeschen';

/** Attachments with a small picture each, the newest first; of deleted ones what is left. */
export function DokumentList(props: {
  readonly dokumente: readonly DokumentZeile[];
  readonly canWrite: boolean;
  readonly onOpen: (was: DokumentWas, dokument: DokumentZeile) => void;
}) {
  const t = useTexts(texts);
  const there = props.dokumente.filter((each) => each.geloescht === null);
  const gone = props.dokumente.filter((each) => each.geloescht !== null);
  return (
    <>
      {there.length > 0 && (
        <ul className="documents">
          {there.map((each) => (
            <Dokument
              key={each.id}
              dokument={each}
              canWrite={props.canWrite}
              onOpen={(was) => props.onOpen(was, each)}
            />
          ))}
        </ul>
      )}
      {gone.length > 0 && (
        <details>
          <summary>{t.geloeschte(gone.length)}</summary>
          <ul className="documents">
            {gone.map((each) => (
              <Deleted key={each.id} dokument={each} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Dokument(props: { dokument: DokumentZeile; canWrite: boolean; onOpen: (was: DokumentWas) => void }) {
  const { dokument, onOpen } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const named = <span className="sr-only">: {dokument.titel}</span>;
  return (
    <li className="document">
      <button
        type="button"
        className="document-thumb"
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => onOpen('oeffnen')}
      >
        {dokument.vorschau === null ? <Icon name="fall" size={28} /> : <img src={dokument.vorschau} alt="" />}
      </button>
      <div className="document-words">
        <strong>{dokument.titel}</strong>
        <div className="row">
          <Badge>{t.arten[dokument.art]}</Badge>
          {dokument.am !== null && <span className="muted small">{t.vomTag(formatDay(dokument.am))}</span>}
          <Expiry day={dokument.laeuftAbAm} />
        </div>
        <span className="muted small">
          {t.abgelegt(formatMoment(sprache, dokument.erfasstAm), dokument.vonName)} ·{' '}
          {formatSize(dokument.groesse)}
        </span>
        {!dokument.bereinigt && <span className="muted small">{t.nichtBereinigt}</span>}
        <div className="row document-actions">
          <Button small onClick={() => onOpen('oeffnen')}>
            {t.oeffnen}
            {named}
          </Button>
          {props.canWrite && (
            <>
              <Button kind="quiet" small icon="edit" onClick={() => onOpen('aendern')}>
                {t.aendern}
                {named}
              </Button>
              <Button kind="quiet" small onClick={() => onOpen('loeschen')}>
                {t.loeschen}
                {named}
              </Button>
            </>
          )}
        </div>
      </div>
    </li>
  );
}

function Deleted({ dokument }: { dokument: DokumentZeile }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  if (dokument.geloescht === null) return null;
  const { am, vonName, grund } = dokument.geloescht;
  return (
    <li className="document-gone muted small">
      {t.arten[dokument.art]} · {t.geloeschtAm(formatMoment(sprache, am), vonName)} · {t.gruende[grund]}
    </li>
  );
}

function Expiry({ day }: { day: string | null }) {
  const t = useTexts(texts);
  if (day === null) return null;
  const now = today();
  if (day < now) {
    return (
      <Badge tone="danger" icon="danger">
        {t.abgelaufen(formatDay(day))}
      </Badge>
    );
  }
  if (day < addMonths(now, 3)) {
    return (
      <Badge tone="warning" icon="warning">
        {t.laeuftBald(formatDay(day))}
      </Badge>
    );
  }
  return <span className="muted small">{t.gueltigBis(formatDay(day))}</span>;
}
