import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { Tabs } from '#src/ui/web/Tabs.tsx';
import { protokollContract } from '../contract.ts';
import { AuffaelligkeitPart } from './AuffaelligkeitPart.tsx';
import { StichprobePart } from './StichprobePart.tsx';
import * as texts from './texts.ts';
import { ZeilenPart } from './ZeilenPart.tsx';

/** The protocol for the data-protection officer: reads, writes, what is unusual, the monthly sample. */
export function ProtokollPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [tab, setTab] = useState('lesen');
  const [kontoId, setKontoId] = useState('');
  const stand = useQuery(protokollContract.getProtokollStand, { params: { kreisId: kreis.id } });
  const konto = stand.data?.konto ?? [];
  const offen = stand.data?.stichprobe.reduce((sum, each) => sum + each.offen, 0) ?? 0;
  return (
    <Page
      title={t.titel}
      lead={
        <p className="prose">
          {t.lead}{' '}
          {stand.data &&
            (stand.data.letzterAm === null
              ? t.ketteLeer
              : t.kette(stand.data.bloecke, formatMoment(sprache, stand.data.letzterAm)))}
        </p>
      }
    >
      {stand.error && <ErrorState problem={stand.error} onRetry={stand.refetch} />}
      <Tabs
        label={t.bereiche}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'lesen',
            label: t.reiter.lesen,
            content: () => (
              <ZeilenPart key={kontoId} kreisId={kreis.id} art="lesen" konto={konto} kontoId={kontoId} />
            ),
          },
          {
            id: 'schreiben',
            label: t.reiter.schreiben,
            content: () => <ZeilenPart kreisId={kreis.id} art="schreiben" konto={konto} kontoId="" />,
          },
          {
            id: 'auffaellig',
            label: t.reiter.auffaellig,
            count: stand.data?.offeneAuffaelligkeiten || undefined,
            content: () => (
              <AuffaelligkeitPart
                kreisId={kreis.id}
                onShow={(id) => {
                  setKontoId(id);
                  setTab('lesen');
                }}
              />
            ),
          },
          {
            id: 'stichprobe',
            label: t.reiter.stichprobe,
            count: offen || undefined,
            content: () => <StichprobePart kreisId={kreis.id} monate={stand.data?.stichprobe ?? []} />,
          },
        ]}
      />
    </Page>
  );
}
