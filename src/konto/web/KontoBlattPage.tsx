import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { kontoContract } from '../contract.ts';
import { AnbieterLinkCard } from './AnbieterLinkCard.tsx';
import { AngabenForm } from './AngabenForm.tsx';
import { ZustandBadge } from './RolleBadges.tsx';
import { RollenCard } from './RollenCard.tsx';
import { SitzungCard } from './SitzungCard.tsx';
import * as texts from './texts.ts';
import { ZugangCard } from './ZugangCard.tsx';

/** One account: what it may, how it comes in, where it is signed in. */
export function KontoBlattPage({ kreis, kontoId }: { kreis: KreisStamm; kontoId: string }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const params = { kreisId: kreis.id, kontoId };
  const query = useQuery(kontoContract.getKonto, { params });
  const list = useQuery(kontoContract.listKonto, { params: { kreisId: kreis.id } });
  const konto = query.data;
  if (!konto)
    return (
      <Page title={t.titel}>
        {query.error ? <ErrorState problem={query.error} onRetry={query.refetch} /> : <Loading rows={8} />}
      </Page>
    );
  return (
    <Page
      title={konto.name}
      windowTitle={t.titel}
      crumbs={[{ label: t.zurueck, href: `/k/${kreis.id}/konto` }]}
      lead={
        <span className="row">
          <ZustandBadge zustand={konto.zustand} />
          <span>{t.zustandText[konto.zustand]}</span>
        </span>
      }
    >
      {konto.eigenes && <Notice>{t.eigenes}</Notice>}
      <div className="split">
        <div className="stack">
          <RollenCard kreis={kreis} konto={konto} traegerIds={list.data?.traegerIds ?? null} />
          <SitzungCard kreisId={kreis.id} konto={konto} />
          <AnbieterLinkCard kreisId={kreis.id} konto={konto} />
        </div>
        <div className="stack">
          <Card title={t.zugang}>
            <div className="stack">
              <DescriptionList
                items={[
                  { term: t.anmeldename, value: konto.anmeldename },
                  { term: t.faktor, value: konto.faktor ? t.faktorJa : t.faktorNein },
                  {
                    term: t.zuletzt,
                    value: konto.zuletztAm === null ? t.nie : formatMoment(sprache, konto.zuletztAm),
                  },
                ]}
              />
              <ZugangCard kreisId={kreis.id} konto={konto} />
            </div>
          </Card>
          <AngabenForm key={konto.fassung} kreisId={kreis.id} konto={konto} onReload={query.refetch} />
        </div>
      </div>
    </Page>
  );
}
