import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { ersuchenContract } from '../contract.ts';
import { ErsuchenTable } from './ErsuchenTable.tsx';
import { RecordErsuchen } from './RecordErsuchen.tsx';
import * as texts from './texts.ts';

/** All requests in sight with their clock; the officer takes one down by the number of a case. */
export function ErsuchenPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const [adding, setAdding] = useState(false);
  const list = useQuery(ersuchenContract.listErsuchen, { params: { kreisId: kreis.id } });
  const rows = list.data?.ersuchen ?? [];
  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.lead}</p>}
      actions={
        list.data?.abilities.recordByNumber === true && (
          <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
            {t.aufnehmen}
          </Button>
        )
      }
    >
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={4} />}
      {list.data && rows.length === 0 && (
        <EmptyState icon="check" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {rows.length > 0 && <ErsuchenTable kreis={kreis} rows={rows} caption={t.titel} />}
      {adding && <RecordErsuchen kreis={kreis} personId={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}
