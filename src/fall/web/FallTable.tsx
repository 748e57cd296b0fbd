import { useEffect } from 'react';
import { Link as RouteLink } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { addDays, formatDay, today } from '#src/platform/day.ts';
import { rememberLabel } from '#src/platform/web/labels.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Table, type Column, type TableProps } from '#src/ui/web/Table.tsx';
import type { FallZeile } from '../contract.ts';
import { StatusBadge } from './StatusBadge.tsx';
import * as texts from './texts.ts';

export interface FallTableProps extends Pick<
  TableProps<FallZeile>,
  'rows' | 'outdated' | 'selection' | 'sort'
> {
  readonly kreis: KreisStamm;
  /** False for readers who see the number only. */
  readonly named: boolean;
}

/** Days before "aktiv" lapses from which the list points it out. */
const SOON_DAYS = 21;

export function FallTable({ kreis, named, ...table }: FallTableProps) {
  const t = useTexts(texts);
  const soon = addDays(today(), SOON_DAYS);
  const severalTraeger = new Set(table.rows.map((row) => row.traegerId)).size > 1;
  useEffect(() => {
    for (const row of table.rows) rememberLabel(row.id, fallLabel(row));
  }, [table.rows]);
  const link = (row: FallZeile, words: string) => (
    <RouteLink
      href={`/k/${kreis.id}/fall/${row.id}`}
      className="row-link"
      data-row-link
      data-fall-id={row.id}
      data-fall-label={fallLabel(row)}
    >
      {words}
    </RouteLink>
  );
  const columns: Column<FallZeile>[] = [
    ...(named
      ? [
          {
            id: 'name',
            header: t.name,
            rowHeader: true,
            sortable: true,
            cell: (row: FallZeile) => link(row, row.person ? personName(row.person) : row.nummer),
          },
        ]
      : []),
    {
      id: 'nummer',
      header: t.nummer,
      sortable: true,
      rowHeader: !named,
      cell: (row) => <span className="figure">{named ? row.nummer : link(row, row.nummer)}</span>,
    },
    {
      id: 'status',
      header: t.status,
      sortable: true,
      cell: (row) => (
        <span className="row nowrap">
          <StatusBadge status={row.status} />
          {row.aktivBis !== null && row.status === 'aktiv' && row.aktivBis <= soon && (
            <span className="small figure">{t.bisKurz(formatDay(row.aktivBis).slice(0, 6))}</span>
          )}
        </span>
      ),
    },
    {
      id: 'kontakt',
      header: t.letzterKontakt,
      sortable: true,
      cell: (row) =>
        row.letzterKontakt === null ? (
          <span className="muted">{t.nochKeiner}</span>
        ) : (
          <span className="figure">{formatDay(row.letzterKontakt)}</span>
        ),
    },
    {
      id: 'aufnahme',
      header: t.aufnahme,
      sortable: true,
      wideOnly: true,
      cell: (row) => <span className="figure">{formatDay(row.aufgenommenAm)}</span>,
    },
    {
      id: 'casemanager',
      header: t.casemanager,
      nowrap: true,
      cell: (row) =>
        row.casemanagerId === null ? (
          <span className="muted">{t.niemand}</span>
        ) : (
          nameOf(kreis.casemanager, row.casemanagerId)
        ),
    },
    ...(severalTraeger
      ? [
          {
            id: 'traeger',
            header: t.traeger,
            wideOnly: true,
            nowrap: true,
            cell: (row: FallZeile) => nameOf(kreis.traeger, row.traegerId),
          },
        ]
      : []),
    {
      id: 'ort',
      header: t.ort,
      wideOnly: severalTraeger ? 'widest' : true,
      nowrap: true,
      cell: (row) => placeName(kreis, row),
    },
  ];
  return (
    <Table
      {...table}
      caption={t.faelle}
      columns={columns}
      rowKey={(row) => row.id}
      rowName={(row) => row.nummer}
    />
  );
}

/** "Al-Hamid, Rania" */
function personName(person: { readonly familienname: string; readonly vorname: string }): string {
  return person.vorname === '' ? person.familienname : `${person.familienname}, ${person.vorname}`;
}

/** Words that name a case on a screen: name and number, or the number alone. */
export function fallLabel(row: Pick<FallZeile, 'nummer' | 'person'>): string {
  return row.person ? `${personName(row.person)} · ${row.nummer}` : row.nummer;
}

/** Ortsteil where one is known, else the Kommune. */
export function placeName(kreis: KreisStamm, row: Pick<FallZeile, 'kommuneId' | 'ortsteilId'>): string {
  const kommune = kreis.kommune.find((each) => each.id === row.kommuneId);
  const ortsteil = kommune?.ortsteil.find((each) => each.id === row.ortsteilId);
  return ortsteil?.name ?? kommune?.name ?? '–';
}
