import { formatMoment } from '#src/platform/web/format.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Table, type Column } from '#src/ui/web/Table.tsx';
import type { ProtokollArt, ProtokollZeile } from '../contract.ts';
import { rolleWort, zweckWort } from '../rolle-text.ts';
import { describeVorgang } from '../vorgang-text.ts';
import * as texts from './texts.ts';

export interface ZeilenTableProps<R extends ProtokollZeile> {
  readonly art: ProtokollArt;
  readonly rows: readonly R[];
  readonly outdated?: boolean;
  /** Columns after those of the protocol. */
  readonly more?: readonly Column<R>[];
}

/** Rows of the protocol in plain words. */
export function ZeilenTable<R extends ProtokollZeile>({
  art,
  rows,
  outdated = false,
  more = [],
}: ZeilenTableProps<R>) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const columns: Column<R>[] = [
    {
      id: 'zeit',
      header: t.zeit,
      nowrap: true,
      cell: (row) => <span className="figure">{row.am === '' ? '–' : formatMoment(sprache, row.am)}</span>,
    },
    {
      id: 'wer',
      header: t.wer,
      rowHeader: true,
      cell: (row) => (
        <>
          {row.konto ?? t.ohneKonto}
          <br />
          <span className="muted small">
            {row.rollen.map((rolle) => rolleWort(sprache, rolle)).join(', ')}
          </span>
        </>
      ),
    },
    {
      id: 'was',
      header: t.was,
      cell: (row) => (
        <>
          {describeVorgang(sprache, art, row.vorgang)}
          {row.zweck !== null && <span className="muted"> ({zweckWort(sprache, row.zweck)})</span>}
        </>
      ),
    },
    {
      id: 'faelle',
      header: t.faelle,
      cell: (row) =>
        row.personen !== null && row.personen > row.nummern.length ? (
          <>
            {t.personen(row.personen)}
            {row.nummern.length > 0 && (
              <span className="muted small"> {row.nummern.slice(0, 3).join(', ')} …</span>
            )}
          </>
        ) : (
          row.nummern.join(', ') || '–'
        ),
    },
    {
      id: 'adresse',
      header: t.adresse,
      wideOnly: true,
      cell: (row) => <span className="figure muted">{row.adresse || '–'}</span>,
    },
    ...more,
  ];
  return (
    <Table
      caption={t.reiter[art]}
      rows={rows}
      rowKey={(row) => String(row.id)}
      outdated={outdated}
      columns={columns}
    />
  );
}
