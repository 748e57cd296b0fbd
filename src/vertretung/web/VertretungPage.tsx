import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table, type Column } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vertretungContract, type AbwesenheitZeile } from '../contract.ts';
import { NameVertretung } from './NameVertretung.tsx';
import { RecordAbwesenheit } from './RecordAbwesenheit.tsx';
import * as texts from './texts.ts';

export interface VertretungPageProps {
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
  readonly kontoId: string;
  readonly traegerIds: readonly string[];
}

/** Who is away and who stands in; one's own absences can be changed here. */
export function VertretungPage({ kreis, can, kontoId, traegerIds }: VertretungPageProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [adding, setAdding] = useState(false);
  const [naming, setNaming] = useState<AbwesenheitZeile>();
  const list = useQuery(vertretungContract.listAbwesenheit, { params: { kreisId: kreis.id }, query: {} });
  const end = useAction(
    (key: string, abwesenheitId: string) =>
      call(vertretungContract.endAbwesenheit, { params: { kreisId: kreis.id, abwesenheitId } }, { key }),
    () => toast(t.beendet),
  );
  const rows = list.data?.abwesenheit ?? [];
  const anfragen = list.data?.eigeneAnfragen ?? 0;
  const owns = rows.some(({ eigene }) => eigene);
  const long = rows.some((row) => row.eigene && row.ohneVertretung) && anfragen > 0;
  const columns: Column<AbwesenheitZeile>[] = [
    {
      id: 'wer',
      header: t.wer,
      rowHeader: true,
      cell: (row) => `${row.name ?? ''}${row.eigene ? ` (${t.ich})` : ''}`,
    },
    {
      id: 'wann',
      header: t.wann,
      cell: (row) => <span className="figure">{t.vonBis(formatDay(row.von), formatDay(row.bis))}</span>,
    },
    { id: 'traeger', header: t.traeger, wideOnly: true, cell: (row) => nameOf(kreis.traeger, row.traegerId) },
    ...(owns
      ? [
          {
            id: 'warum',
            header: t.warum,
            cell: (row: AbwesenheitZeile) => (row.art === null ? '' : t.artWert[row.art]),
          },
        ]
      : []),
    {
      id: 'vertretung',
      header: t.vertretung,
      cell: (row) =>
        row.vertretung !== null ? (
          row.vertretung.name
        ) : row.ohneVertretung ? (
          <Badge tone="warning" icon="warning">
            {t.langOhne}
          </Badge>
        ) : (
          t.niemand
        ),
    },
    ...(owns
      ? [
          {
            id: 'wahl',
            header: t.wahl,
            cell: (row: AbwesenheitZeile) =>
              row.eigene && (
                <span className="row">
                  <Button small onClick={() => setNaming(row)}>
                    {t.aendern}
                  </Button>
                  <Button small kind="quiet" pending={end.pending} onClick={() => end.run(row.id)}>
                    {row.von <= today() ? t.wiederDa : t.absagen}
                  </Button>
                </span>
              ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title={t.titel}
      lead={<p>{t.lead}</p>}
      {...(can('termin.lesen') ? { crumbs: [{ label: t.kalender, href: `/k/${kreis.id}/kalender` }] } : {})}
      actions={
        can('abwesenheit.pflegen') && (
          <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
            {t.eintragen}
          </Button>
        )
      }
    >
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {end.problem && <ErrorState problem={end.problem} codes={t.code} />}
      {list.loading && <Loading rows={4} />}
      {long && (
        <Notice tone="warning" title={t.wartelisteTitel}>
          <p>{t.wartelisteText(anfragen)}</p>
          <p>
            <ButtonLink small href={`/k/${kreis.id}/anfrage?wer=meine`}>
              {t.zuAnfragen}
            </ButtonLink>
          </p>
        </Notice>
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon="calendar" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {rows.length > 0 && <Table caption={t.titel} rows={rows} rowKey={(row) => row.id} columns={columns} />}
      {adding && (
        <RecordAbwesenheit
          kreis={kreis}
          kontoId={kontoId}
          traegerIds={traegerIds}
          onClose={() => setAdding(false)}
        />
      )}
      {naming && <NameVertretung kreis={kreis} abwesenheit={naming} onClose={() => setNaming(undefined)} />}
    </Page>
  );
}
