import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Tabs } from '#src/ui/web/Tabs.tsx';
import { angebotContract } from '../contract.ts';
import { AktualitaetTable, DoppelList, VersorgungTable } from './NetzLage.tsx';
import { AnsatzTable } from './AnsatzTable.tsx';
import * as austauschTexts from './austausch-texts.ts';
import { DoppeleintragTab } from './DoppeleintragTab.tsx';
import * as texts from './ueberblick-texts.ts';

/** How the network stands: approaches of counselling, gaps, possible double structures, freshness. */
export function UeberblickPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const { doppelte } = useTexts(austauschTexts);
  const [tab, setTab] = useState('ansatz');
  const answer = useQuery(angebotContract.getAngebotUeberblick, { params: { kreisId: kreis.id } });
  const { data } = answer;
  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.lead}</p>}
      crumbs={[{ label: t.netzwerk, href: `/k/${kreis.id}/angebot` }]}
    >
      {answer.error && <ErrorState problem={answer.error} onRetry={answer.refetch} />}
      {answer.loading && <Loading rows={10} />}
      {data && (
        <Tabs
          label={t.titel}
          value={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'ansatz',
              label: t.ansatz,
              count: data.ansatz.length,
              content: () => <AnsatzTable kreis={kreis} rows={data.ansatz} />,
            },
            {
              id: 'luecken',
              label: t.luecken,
              content: () => <VersorgungTable kreis={kreis} versorgung={data.versorgung} />,
            },
            {
              id: 'doppelt',
              label: t.doppelt,
              count: data.doppel.length,
              content: () => <DoppelList kreis={kreis} doppel={data.doppel} />,
            },
            { id: 'doppelte', label: doppelte, content: () => <DoppeleintragTab kreis={kreis} /> },
            {
              id: 'aktualitaet',
              label: t.aktualitaet,
              content: () => <AktualitaetTable kreis={kreis} rows={data.aktualitaet} />,
            },
          ]}
        />
      )}
    </Page>
  );
}
