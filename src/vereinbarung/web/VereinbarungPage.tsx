import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { addMonths, formatDay, today } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { vereinbarungContract, type Vereinbarung } from '../contract.ts';
import { standOf } from '../rules.ts';
import { VereinbarungDialog } from './VereinbarungDialog.tsx';
import * as texts from './texts.ts';

/** Agreements with central interfaces: who does what, where that ends, and how people pass over (Vorlage 197/23). */
export function VereinbarungPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const [editing, setEditing] = useState<Vereinbarung | 'neu'>();
  const [beendete, setBeendete] = useState(false);
  const list = useQuery(vereinbarungContract.listVereinbarung, { params: { kreisId: kreis.id } });
  const heute = today();
  const bald = addMonths(heute, 2);
  const all = list.data?.vereinbarung ?? [];
  const rows = all.filter((each) => beendete || standOf(each, heute, bald) !== 'beendet');
  const mayChange = list.data?.abilities.changeVereinbarung ?? false;
  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.lead}</p>}
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
      {list.data && all.length === 0 && (
        <EmptyState icon="link" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {all.length > rows.length || beendete ? (
        <Checkbox name="beendete" label={t.beendete} value={beendete} onChange={setBeendete} />
      ) : null}
      {rows.length > 0 && (
        <Table
          caption={t.titel}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'stelle',
              header: t.stelleId,
              rowHeader: true,
              cell: (row) => (
                <div>
                  {row.stelle}
                  <br />
                  <span className="small muted">
                    {row.kommuneId === null ? t.kreisweit : nameOf(kreis.kommune, row.kommuneId)}
                  </span>
                </div>
              ),
            },
            ...(['aufgaben', 'abgrenzung', 'uebergang'] as const).map((name) => ({
              id: name,
              header: t[name],
              cell: (row: Vereinbarung) => <span className="preline">{row[name] || '–'}</span>,
            })),
            {
              id: 'stand',
              header: t.stand,
              cell: (row) => {
                const stand = standOf(row, heute, bald);
                return (
                  <div>
                    <Badge tone={stand === 'gilt' ? 'success' : stand === 'beendet' ? 'neutral' : 'warning'}>
                      {t.standWort[stand]}
                    </Badge>
                    {row.gueltigBis !== null && (
                      <>
                        <br />
                        <span className="small muted">{t.endetAm(formatDay(row.gueltigBis))}</span>
                      </>
                    )}
                  </div>
                );
              },
            },
            {
              id: 'abstimmung',
              header: t.abstimmungAm,
              cell: (row) => (row.abstimmungAm === null ? '–' : formatDay(row.abstimmungAm)),
            },
            ...(mayChange
              ? [
                  {
                    id: 'aendern',
                    header: t.aendern,
                    cell: (row: Vereinbarung) => (
                      <Button small kind="quiet" icon="edit" onClick={() => setEditing(row)}>
                        {t.aendern}
                        <span className="sr-only"> {row.stelle}</span>
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {editing !== undefined && (
        <VereinbarungDialog
          kreis={kreis}
          vereinbarung={editing === 'neu' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}
