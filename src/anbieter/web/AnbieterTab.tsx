import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { anbieterContract, type Anbieter } from '../contract.ts';
import { AnbieterDialog } from './AnbieterDialog.tsx';
import * as texts from './texts.ts';

/** Sign-in services that the account administers. */
export function AnbieterTab({
  kreis,
  traegerIds,
}: {
  kreis: KreisStamm;
  traegerIds: readonly string[] | null;
}) {
  const t = useTexts(texts);
  const [editing, setEditing] = useState<Anbieter | 'neu'>();
  const list = useQuery(anbieterContract.listAnbieter, { params: { kreisId: kreis.id } });
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Loading rows={3} />;
  const add = (
    <Button icon="plus" onClick={() => setEditing('neu')}>
      {t.neu}
    </Button>
  );
  return (
    <div className="stack">
      {list.data.anbieter.length === 0 ? (
        <EmptyState icon="link" title={t.leerTitel} action={add}>
          {t.leerText}
        </EmptyState>
      ) : (
        <>
          <div className="row row-between">
            <p className="muted prose">{t.lead}</p>
            {add}
          </div>
          <Table
            caption={t.lead}
            rows={list.data.anbieter}
            rowKey={(row) => row.id}
            columns={[
              { id: 'name', header: t.name, rowHeader: true, cell: (row) => row.name },
              {
                id: 'traeger',
                header: t.traeger,
                cell: (row) =>
                  row.traegerId === null ? t.ganzerKreis : nameOf(kreis.traeger, row.traegerId),
              },
              { id: 'aussteller', header: t.aussteller, wideOnly: true, cell: (row) => row.aussteller },
              {
                id: 'stand',
                header: t.stand,
                cell: (row) => (
                  <Badge tone={row.aktiv ? 'success' : 'neutral'}>{row.aktiv ? t.an : t.aus}</Badge>
                ),
              },
              {
                id: 'aendern',
                header: t.aendern,
                cell: (row) => (
                  <Button small kind="quiet" icon="edit" onClick={() => setEditing(row)}>
                    {t.aendern}
                    <span className="sr-only"> {row.name}</span>
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
      {editing !== undefined && (
        <AnbieterDialog
          kreis={kreis}
          traegerIds={traegerIds}
          anbieter={editing === 'neu' ? undefined : editing}
          rueckkehr={list.data.rueckkehr}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}
