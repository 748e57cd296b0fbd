import type { KreisStamm } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { dubletteContract } from '../contract.ts';
import { PaarItem } from './PaarItem.tsx';
import * as texts from './texts.ts';
import { VorschlagItem } from './VorschlagItem.tsx';

/** Proposals that wait for a second colleague, records that look alike, and merges that can be undone. */
export function DublettePage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(dubletteContract.listDublette, { params: { kreisId: kreis.id } });
  const offen = data?.vorschlag.filter((each) => each.stand === 'vorgeschlagen') ?? [];
  const vereint = data?.vorschlag.filter((each) => each.stand === 'zusammengefuehrt') ?? [];
  return (
    <Page title={t.titel} lead={<p className="prose">{t.lead}</p>}>
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading rows={6} />}
      {data && (
        <div className="stack">
          {offen.length > 0 && (
            <Card title={t.vorschlaege}>
              <ul className="stack dublette-list">
                {offen.map((each) => (
                  <VorschlagItem key={each.id} kreis={kreis} vorschlag={each} />
                ))}
              </ul>
            </Card>
          )}
          {data.paar.length === 0 ? (
            <EmptyState icon="person" title={t.keineTitel}>
              {t.keineText}
            </EmptyState>
          ) : (
            <Card title={t.paare}>
              <ul className="stack dublette-list">
                {data.paar.map((each) => (
                  <PaarItem
                    key={`${each.eintrag.personId} ${each.anderer.personId}`}
                    kreis={kreis}
                    paar={each}
                  />
                ))}
              </ul>
            </Card>
          )}
          {vereint.length > 0 && (
            <Card title={t.vereinte}>
              <ul className="stack dublette-list">
                {vereint.map((each) => (
                  <VorschlagItem key={each.id} kreis={kreis} vorschlag={each} />
                ))}
              </ul>
            </Card>
          )}
        </div>
      )}
    </Page>
  );
}
