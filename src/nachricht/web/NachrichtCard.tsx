import { call } from '#src/platform/web/call.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { nachrichtContract, type NachrichtZeile } from '../contract.ts';
import * as texts from './texts.ts';

/** The inbox beside "Mein Tag": unread messages, the earlier ones folded away. */
export function NachrichtCard({ kreisId }: { readonly kreisId: string }) {
  const t = useTexts(texts);
  const inbox = useQuery(nachrichtContract.listNachricht, { params: { kreisId } });
  const rows = inbox.data?.nachricht ?? [];
  const unread = rows.filter((row) => !row.gelesen);
  const earlier = rows.filter((row) => row.gelesen);
  const read = useAction(
    (key) =>
      call(
        nachrichtContract.readNachricht,
        { params: { kreisId }, body: { id: unread.map(({ id }) => id) } },
        { key },
      ),
    inbox.refetch,
  );
  return (
    <Card
      title={t.titel}
      actions={
        unread.length > 0 && (
          <Button kind="quiet" icon="check" pending={read.pending} onClick={() => read.run()}>
            {t.alleGelesen}
          </Button>
        )
      }
    >
      {inbox.data && unread.length === 0 && <p className="muted">{t.leer}</p>}
      <Messages kreisId={kreisId} rows={unread} />
      {earlier.length > 0 && (
        <details>
          <summary>{t.frueher}</summary>
          <Messages kreisId={kreisId} rows={earlier} />
        </details>
      )}
    </Card>
  );
}

function Messages({ kreisId, rows }: { readonly kreisId: string; readonly rows: readonly NachrichtZeile[] }) {
  const { sprache } = useSprache();
  const t = useTexts(texts);
  const words: Readonly<Record<string, (daten: NachrichtZeile['daten']) => string>> = t.art;
  if (rows.length === 0) return null;
  return (
    <ul className="nachricht-liste">
      {rows.map((row) => {
        const place = placeOf(kreisId, row);
        const text = words[row.art]?.(row.daten) ?? t.unbekannt;
        return (
          <li key={row.id}>
            <p>{place === undefined ? text : <Link href={place}>{text}</Link>}</p>
            <p className="muted small">{formatMoment(sprache, row.am)}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** Where a message leads. */
function placeOf(kreisId: string, { gegenstand, gegenstandId }: NachrichtZeile): string | undefined {
  const base = `/k/${kreisId}`;
  switch (gegenstand) {
    case 'anfrage':
    case 'fall':
      return gegenstandId === null ? `${base}/${gegenstand}` : `${base}/${gegenstand}/${gegenstandId}`;
    case 'doppelbetreuung':
      return `${base}/doppelbetreuung`;
    case 'zusammenfuehrung':
      return `${base}/dublette`;
    case 'erfolgsbericht':
      return `${base}/erfolgsbericht`;
    case 'auffaelligkeit':
      return `${base}/protokoll`;
    case 'ersuchen':
      return gegenstandId === null ? `${base}/ersuchen` : `${base}/ersuchen/${gegenstandId}`;
    case 'notzugriff':
      return `${base}/notzugriff`;
    case 'loeschlauf':
      return `${base}/loeschung?teil=laeufe`;
    case 'vertretung':
      return `${base}/vertretung`;
    case 'uebergabe':
      return gegenstandId === null ? `${base}/uebergabe` : `${base}/uebergabe/anfrage/${gegenstandId}`;
    case 'fallbestand':
      return `${base}/fall`;
    case 'termin':
      return `${base}/kalender`;
    default:
      return undefined;
  }
}
