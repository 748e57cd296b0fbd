import { useTexts } from '#src/platform/web/sprache.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import * as texts from './texts.ts';

/** Where the public sheet is, and how others put it on their pages (Konzept Kreis Unna 4.1). */
export function KontaktblattCard({ kreisId }: { kreisId: string }) {
  const t = useTexts(texts);
  const address = `${location.origin}/kontaktblatt/${kreisId}`;
  return (
    <Card title={t.kontaktblatt}>
      <div className="stack">
        <p className="row">
          <a className="link" href={address} target="_blank" rel="noreferrer">
            {t.kontaktblattAnsehen}
          </a>
          <a className="link" href={`${address}?sprache=en`} target="_blank" rel="noreferrer">
            {t.kontaktblattEnglisch}
          </a>
        </p>
        <details>
          <summary>{t.einbinden}</summary>
          <div className="stack small">
            <p>{t.einbindenText}</p>
            <pre className="code">{`<iframe src="${address}" title="${t.kontaktblatt}" width="100%" height="600"></iframe>`}</pre>
            <p>{t.einbindenDaten}</p>
            <pre className="code">{`${location.origin}/api/kontaktblatt/${kreisId}`}</pre>
          </div>
        </details>
      </div>
    </Card>
  );
}
