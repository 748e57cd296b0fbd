import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Link } from '#src/ui/web/Button.tsx';
import { Table, type Column } from '#src/ui/web/Table.tsx';
import type { ErsuchenZeile } from '../ersuchen.ts';
import { AmpelBadge } from './AmpelBadge.tsx';
import * as texts from './texts.ts';

export interface ErsuchenTableProps {
  readonly kreis: KreisStamm;
  readonly rows: readonly ErsuchenZeile[];
  readonly caption: string;
  /** In a case file the person need not be named again. */
  readonly ofOne?: boolean;
}

/** Requests, the next deadline first. */
export function ErsuchenTable({ kreis, rows, caption, ofOne = false }: ErsuchenTableProps) {
  const t = useTexts(texts);
  const columns: Column<ErsuchenZeile>[] = [
    {
      id: 'antrag',
      header: t.antrag,
      rowHeader: true,
      cell: (row) => (
        <span>
          <Link href={`/k/${kreis.id}/ersuchen/${row.id}`}>{t.artWort[row.art]}</Link>{' '}
          <span className="muted nowrap">{row.nummer}</span>
        </span>
      ),
    },
    ...(ofOne
      ? []
      : [
          {
            id: 'wer',
            header: t.wer,
            cell: (row: ErsuchenZeile) => (
              <span>
                {row.person ?? (row.fallNummer === null ? t.geloescht : t.ohneName)}{' '}
                <span className="muted nowrap">{row.fallNummer ?? ''}</span>
              </span>
            ),
          },
          {
            id: 'traeger',
            header: t.traeger,
            wideOnly: true as const,
            cell: (row: ErsuchenZeile) => nameOf(kreis.traeger, row.traegerId),
          },
        ]),
    {
      id: 'eingang',
      header: t.eingang,
      wideOnly: true,
      cell: (row) => <span className="figure">{formatDay(row.eingegangenAm)}</span>,
    },
    { id: 'stand', header: t.stand, cell: (row) => t.standWort[row.stand] },
    {
      id: 'frist',
      header: t.frist,
      cell: (row) => (
        <span className="row">
          <span className="figure">
            {row.verlaengert ? t.verlaengertBis(formatDay(row.fristAm)) : formatDay(row.fristAm)}
          </span>
          <AmpelBadge ampel={row.ampel} />
        </span>
      ),
    },
  ];
  return <Table caption={caption} rows={rows} rowKey={(row) => row.id} columns={columns} />;
}
