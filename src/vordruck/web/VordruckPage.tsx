import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Tabs } from '#src/ui/web/Tabs.tsx';
import { vordruckContract } from '../contract.ts';
import { Difference } from './Difference.tsx';
import { DraftVordruck } from './DraftVordruck.tsx';
import { ForeignText } from './ForeignText.tsx';
import { GermanForm } from './GermanForm.tsx';
import { GermanText } from './GermanText.tsx';
import { ReleaseVordruck } from './ReleaseDialog.tsx';
import * as texts from './texts.ts';

type Stand = Answer<typeof vordruckContract.getVordruck>;

/** One version of a text: the German wording, its translations, and what changed since the version before. */
export function VordruckPage({ kreis, vordruckId }: { kreis: KreisStamm; vordruckId: string }) {
  const t = useTexts(texts);
  const list = { label: t.titel, href: `/k/${kreis.id}/vordruck` };
  const stand = useQuery(
    vordruckContract.getVordruck,
    { params: { kreisId: kreis.id, vordruckId } },
    { keep: true },
  );
  if (stand.data) return <Shown kreis={kreis} stand={stand.data} crumb={list} />;
  return (
    <Page title={t.vordruck} crumbs={[list]}>
      {stand.error && <ErrorState problem={stand.error} onRetry={stand.refetch} />}
      {stand.loading && <Loading rows={10} />}
    </Page>
  );
}

function Shown(props: { kreis: KreisStamm; stand: Stand; crumb: { label: string; href: string } }) {
  const { kreis, stand, crumb } = props;
  const t = useTexts(texts);
  const [tab, setTab] = useState('deutsch');
  const draft = stand.stand === 'entwurf';
  return (
    <Page
      title={t.seitenTitel(t.art[stand.art], stand.fassung)}
      crumbs={[crumb]}
      lead={<Lead kreis={kreis} stand={stand} />}
      actions={
        <>
          {draft && stand.abilities.release && <ReleaseVordruck kreisId={kreis.id} stand={stand} />}
          {stand.stand === 'freigegeben' && stand.abilities.edit && (
            <DraftVordruck kreisId={kreis.id} traegerId={stand.traegerId} art={stand.art} />
          )}
        </>
      }
    >
      {stand.stand === 'abgeloest' && <Notice tone="neutral">{t.abgeloestHinweis}</Notice>}
      {draft && stand.abilities.edit && !stand.abilities.release && <Notice>{t.darfNicht}</Notice>}
      <Tabs
        label={t.ansichten}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'deutsch',
            label: t.deutsch,
            content: () =>
              draft && stand.abilities.edit ? (
                <GermanForm key={stand.id} kreisId={kreis.id} stand={stand} />
              ) : (
                <GermanText kreisId={kreis.id} stand={stand} />
              ),
          },
          {
            id: 'uebersetzung',
            label: t.uebersetzungen,
            count: stand.uebersetzung.length,
            content: () => <ForeignText kreisId={kreis.id} stand={stand} />,
          },
          { id: 'unterschied', label: t.unterschied, content: () => <Difference stand={stand} /> },
        ]}
      />
    </Page>
  );
}

function Lead({ kreis, stand }: { kreis: KreisStamm; stand: Stand }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const { freigegebenAm, freigegebenVon } = stand;
  const tone = stand.stand === 'freigegeben' ? 'success' : stand.stand === 'entwurf' ? 'warning' : 'neutral';
  const when = formatMoment(sprache, freigegebenAm ?? stand.erfasstAm);
  const since =
    freigegebenAm === null
      ? t.entwurfSeit(when)
      : freigegebenVon === null
        ? t.freigegebenMit(when)
        : t.freigegebenVon(when, freigegebenVon);
  return (
    <p className="row">
      <Badge tone={tone}>{t.stand[stand.stand]}</Badge>
      <span>
        {nameOf(kreis.traeger, stand.traegerId)} · {since}
      </span>
    </p>
  );
}
