import type { ReactNode } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Link, PaperLink } from '#src/ui/web/Button.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { erfolgsberichtContract, type BerichtZeile } from '../contract.ts';
import { BerichtText } from './BerichtText.tsx';
import { RemoveButton, ReleaseButton, ReturnButton } from './ReviewDialogs.tsx';
import * as texts from './texts.ts';
import './erfolgsbericht.css';

/** Reports without names: what waits for review, what was released, and where one's own stand. */
export function ErfolgsberichtPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(erfolgsberichtContract.listErfolgsbericht, {
    params: { kreisId: kreis.id },
  });
  const of = (stand: BerichtZeile['stand']) => data?.bericht.filter((b) => b.stand === stand) ?? [];
  const released = of('freigegeben');
  const paper = (id?: string) => `/api/kreis/${kreis.id}/papier/erfolgsbericht${id ? `?bericht=${id}` : ''}`;
  const reviews = data?.abilities.reviewErfolgsbericht === true;
  return (
    <Page
      title={t.listeTitel}
      lead={<p className="prose">{t.listeLead}</p>}
      actions={released.length > 0 && <PaperLink href={paper()}>{t.drucken}</PaperLink>}
    >
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading />}
      {data && (
        <div className="stack">
          {data.eigene.length > 0 && (
            <Card title={t.eigene}>
              <ul className="bericht-zeilen">
                {data.eigene.map(({ fallId, nummer, stand }) => (
                  <li key={fallId}>
                    <Link href={`/k/${kreis.id}/fall/${fallId}/erfolgsbericht`}>{nummer}</Link>{' '}
                    <Badge tone={stand === 'zurueckgegeben' ? 'warning' : 'neutral'}>{t.stand[stand]}</Badge>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {reviews && (
            <section className="stack">
              <h2>{t.wartet}</h2>
              {of('eingereicht').length === 0 && <p className="muted">{t.wartetLeer}</p>}
              {of('eingereicht').map((bericht) => (
                <Bericht
                  key={bericht.id}
                  bericht={bericht}
                  note={t.seit(formatDay(bericht.eingereichtAm))}
                  actions={
                    bericht.mayReview ? (
                      <>
                        <ReturnButton kreisId={kreis.id} bericht={bericht} />
                        <ReleaseButton kreisId={kreis.id} bericht={bericht} />
                      </>
                    ) : (
                      <span className="small muted">{t.selbstEingereicht}</span>
                    )
                  }
                />
              ))}
              {of('zurueckgegeben').length > 0 && <h2>{t.zurueck}</h2>}
              {of('zurueckgegeben').map((bericht) => (
                <Bericht key={bericht.id} bericht={bericht} note={bericht.kommentar} />
              ))}
            </section>
          )}
          <section className="stack">
            {(reviews || data.eigene.length > 0) && <h2>{t.freigegebene}</h2>}
            {released.length === 0 && (
              <EmptyState icon="fall" title={t.leerTitel}>
                {t.leerText}
              </EmptyState>
            )}
            {released.map((bericht) => (
              <Bericht
                key={bericht.id}
                bericht={bericht}
                note={bericht.freigegebenAm === null ? '' : t.frei(formatDay(bericht.freigegebenAm))}
                actions={
                  <>
                    <PaperLink href={paper(bericht.id)}>{t.eines}</PaperLink>
                    {reviews && <RemoveButton kreisId={kreis.id} bericht={bericht} />}
                  </>
                }
              />
            ))}
          </section>
        </div>
      )}
    </Page>
  );
}

function Bericht(props: { bericht: BerichtZeile; note: string; actions?: ReactNode }) {
  return (
    <Card
      title={props.bericht.inhalt.titel}
      actions={props.actions && <div className="row">{props.actions}</div>}
    >
      <div className="stack">
        <BerichtText inhalt={props.bericht.inhalt} />
        {props.note !== '' && <p className="small muted">{props.note}</p>}
      </div>
    </Card>
  );
}
