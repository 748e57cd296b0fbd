import { useSearchParams } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { Tabs } from '#src/ui/web/Tabs.tsx';
import { FaelligTab } from './FaelligTab.tsx';
import { FristTab } from './FristTab.tsx';
import { LaufTab } from './LaufTab.tsx';
import { NachweisTab } from './NachweisTab.tsx';
import { SperreTab } from './SperreTab.tsx';
import * as texts from './texts.ts';

/** What is kept how long, who is due, runs with two accounts, holds and proofs; numbers only. */
export function LoeschungPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const [params, setParams] = useSearchParams();
  const setTeil = (teil: string) => setParams(teil === 'faellig' ? {} : { teil }, { replace: true });
  return (
    <Page title={t.titel} lead={<p className="prose">{t.lead}</p>}>
      <Tabs
        label={t.teileLabel}
        value={params.get('teil') ?? 'faellig'}
        onChange={setTeil}
        tabs={[
          {
            id: 'faellig',
            label: t.teil.faellig,
            content: () => <FaelligTab kreis={kreis} onProposed={() => setTeil('laeufe')} />,
          },
          { id: 'laeufe', label: t.teil.laeufe, content: () => <LaufTab kreis={kreis} /> },
          { id: 'sperren', label: t.teil.sperren, content: () => <SperreTab kreis={kreis} /> },
          { id: 'fristen', label: t.teil.fristen, content: () => <FristTab kreis={kreis} /> },
          { id: 'nachweise', label: t.teil.nachweise, content: () => <NachweisTab kreis={kreis} /> },
        ]}
      />
    </Page>
  );
}
