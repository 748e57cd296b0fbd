import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { lageContract, type Lage } from '../contract.ts';
import { LageDialog } from './LageDialog.tsx';
import * as texts from './texts.ts';

/** Dated events from outside that explain jumps in the figures (Vorlage 197/23, 3). */
export function LagePage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const [editing, setEditing] = useState<Lage | 'neu'>();
  const [removing, setRemoving] = useState<Lage>();
  const list = useQuery(lageContract.listLage, { params: { kreisId: kreis.id } });
  const mayChange = list.data?.abilities.changeLage ?? false;
  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.lead}</p>}
      crumbs={[{ label: t.zusteuerung, href: `/k/${kreis.id}/zusteuerung` }]}
      actions={
        mayChange && (
          <Button kind="primary" icon="plus" onClick={() => setEditing('neu')}>
            {t.neu}
          </Button>
        )
      }
    >
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading />}
      {list.data?.lage.length === 0 && (
        <EmptyState icon="history" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {list.data && list.data.lage.length > 0 && (
        <Table
          caption={t.titel}
          rows={list.data.lage}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'zeitraum',
              header: t.zeitraum,
              nowrap: true,
              cell: (row) =>
                row.bis === null ? formatDay(row.am) : t.von(formatDay(row.am), formatDay(row.bis)),
            },
            { id: 'was', header: t.bezeichnung, rowHeader: true, cell: (row) => row.bezeichnung },
            ...(mayChange
              ? [
                  {
                    id: 'aendern',
                    header: t.aendern,
                    cell: (row: Lage) => (
                      <span className="row">
                        <Button small kind="quiet" icon="edit" onClick={() => setEditing(row)}>
                          {t.aendern}
                          <span className="sr-only"> {row.bezeichnung}</span>
                        </Button>
                        <Button small kind="quiet" onClick={() => setRemoving(row)}>
                          {t.entfernen}
                          <span className="sr-only"> {row.bezeichnung}</span>
                        </Button>
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {editing !== undefined && (
        <LageDialog
          kreisId={kreis.id}
          lage={editing === 'neu' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && <RemoveDialog kreisId={kreis.id} lage={removing} onClose={() => setRemoving(undefined)} />}
    </Page>
  );
}

function RemoveDialog({ kreisId, lage, onClose }: { kreisId: string; lage: Lage; onClose: () => void }) {
  const t = useTexts(texts);
  const toast = useToast();
  const remove = useAction(
    (key) => call(lageContract.deleteLage, { params: { kreisId, lageId: lage.id } }, { key }),
    () => {
      toast(t.entfernt);
      onClose();
    },
  );
  return (
    <Dialog title={t.entfernen} open onClose={onClose}>
      <div className="stack">
        <p>{t.entfernenFrage(lage.bezeichnung)}</p>
        {remove.problem && <ErrorState problem={remove.problem} />}
        <p>
          <Button kind="danger" pending={remove.pending} onClick={remove.run}>
            {t.entfernen}
          </Button>
        </p>
      </div>
    </Dialog>
  );
}
