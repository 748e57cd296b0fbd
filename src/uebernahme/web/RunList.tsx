import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Link } from '#src/ui/web/Button.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { uebernahmeContract, type Lauf } from '../contract.ts';
import * as texts from './texts.ts';
import { UndoRun } from './UndoRun.tsx';

/** Whether a run still holds. */
export function RunState({ lauf }: { lauf: Lauf }) {
  const t = useTexts(texts);
  return lauf.zurueckgenommenAm === null ? (
    <Badge tone="success" icon="check">
      {t.gueltig}
    </Badge>
  ) : (
    <Badge icon="history">{t.zurueckgenommen}</Badge>
  );
}

/** Past imports with their numbers; each opens its report and can be taken back. */
export function RunList({ kreisId }: { kreisId: string }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const list = useQuery(uebernahmeContract.listUebernahme, { params: { kreisId } });
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Loading rows={3} />;
  if (list.data.length === 0) {
    return (
      <EmptyState icon="history" title={t.keineTitel}>
        {t.keineText}
      </EmptyState>
    );
  }
  return (
    <Table
      caption={t.laeufe}
      showCaption
      rows={list.data}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'wann',
          header: t.wann,
          rowHeader: true,
          cell: (row) => (
            <Link href={`/k/${kreisId}/uebernahme/${row.id}`}>{formatMoment(sprache, row.am)}</Link>
          ),
        },
        { id: 'datei', header: t.datei, cell: (row) => row.dateiName },
        { id: 'angelegt', header: t.angelegt, numeric: true, cell: (row) => row.angelegt },
        { id: 'geaendert', header: t.geaendert, numeric: true, cell: (row) => row.geaendert },
        { id: 'abgelehnt', header: t.abgelehnt, numeric: true, cell: (row) => row.abgelehnt },
        { id: 'wer', header: t.wer, wideOnly: true, cell: (row) => row.vonName ?? '–' },
        { id: 'stand', header: t.stand, cell: (row) => <RunState lauf={row} /> },
        { id: 'zurueck', header: t.zuruecknehmen, cell: (row) => <UndoRun kreisId={kreisId} lauf={row} /> },
      ]}
    />
  );
}
