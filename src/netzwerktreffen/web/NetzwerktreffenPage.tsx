import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { netzwerktreffenContract, type Netzwerktreffen } from '../contract.ts';
import { NetzwerktreffenDialog } from './NetzwerktreffenDialog.tsx';
import * as texts from './texts.ts';

/** In which local network formats the case management took part (Konzept Kreis Unna 2.2). */
export function NetzwerktreffenPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const [editing, setEditing] = useState<Netzwerktreffen | 'neu'>();
  const list = useQuery(netzwerktreffenContract.listNetzwerktreffen, { params: { kreisId: kreis.id } });
  const rows = list.data?.netzwerktreffen ?? [];
  const jahr = today().slice(0, 4);
  const mayChange = list.data?.abilities.changeNetzwerktreffen ?? false;
  return (
    <Page
      title={t.titel}
      lead={
        <p className="prose">
          {t.lead}
          <br />
          <output>
            {list.data ? t.imJahr(rows.filter(({ am }) => am.startsWith(jahr)).length, jahr) : ''}
          </output>
        </p>
      }
      crumbs={[{ label: t.netzwerk, href: `/k/${kreis.id}/angebot` }]}
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
      {list.data && rows.length === 0 && (
        <EmptyState icon="kontakt" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table
          caption={t.titel}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { id: 'am', header: t.am, nowrap: true, cell: (row) => formatDay(row.am) },
            {
              id: 'name',
              header: t.name,
              rowHeader: true,
              cell: (row) => (
                <div>
                  {row.name}
                  <br />
                  <span className="small muted">{t.art[row.art]}</span>
                </div>
              ),
            },
            {
              id: 'ort',
              header: t.kommuneId,
              cell: (row) => (row.kommuneId === null ? t.kreisweit : nameOf(kreis.kommune, row.kommuneId)),
            },
            {
              id: 'traeger',
              header: t.traegerId,
              cell: (row) => (row.traegerId === null ? t.alleTraeger : nameOf(kreis.traeger, row.traegerId)),
            },
            {
              id: 'ergebnis',
              header: t.ergebnis,
              cell: (row) => <span className="preline">{row.ergebnis || '–'}</span>,
            },
            ...(mayChange
              ? [
                  {
                    id: 'aendern',
                    header: t.aendern,
                    cell: (row: Netzwerktreffen) => (
                      <Button small kind="quiet" icon="edit" onClick={() => setEditing(row)}>
                        {t.aendern}
                        <span className="sr-only"> {row.name}</span>
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {editing !== undefined && (
        <NetzwerktreffenDialog
          kreis={kreis}
          treffen={editing === 'neu' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}
