import { useTexts } from '#src/platform/web/sprache.tsx';
import type { Sprache } from '#src/platform/texts.ts';
import { Link } from '#src/ui/web/Button.tsx';
import { Table, type Column } from '#src/ui/web/Table.tsx';
import { cellText } from '../papier.ts';
import type { Liste, Papier, PapierZelle } from '../papier-model.ts';
import * as texts from './texts.ts';

export interface PapierTableProps {
  readonly papier: Papier;
  readonly sprache: Sprache;
  /** Address of the list behind a figure; undefined where it may not be opened. */
  readonly listHref: ((liste: Liste) => string) | undefined;
  readonly outdated: boolean;
}

type Row = Papier['zeilen'][number] & { readonly key: string };

/** The table as printed, its figures as links to what they count. */
export function PapierTable({ papier, sprache, listHref, outdated }: PapierTableProps) {
  const t = useTexts(texts);
  const words = papier.spalten.findIndex((spalte) => !spalte.zahl);
  const columns = papier.spalten.map((spalte, index): Column<Row> => ({
    id: String(index),
    header: spalte.titel,
    numeric: spalte.zahl,
    rowHeader: index === words,
    cell: (row) => (
      <Cell zelle={row.zellen[index]} sprache={sprache} listHref={listHref} fussnote={t.fussnote} />
    ),
  }));
  const rows = papier.zeilen.map((zeile, index) => ({ ...zeile, key: String(index) }));
  const sums = rows.filter((row) => row.summe);
  return (
    <Table
      caption={`${papier.titel}, ${papier.untertitel}`}
      columns={columns}
      rows={rows.filter((row) => !row.summe)}
      rowKey={(row) => row.key}
      phone="scroll"
      outdated={outdated}
      {...(sums.length > 0
        ? {
            foot: sums.map((row) => (
              <tr key={row.key}>
                {columns.map((column, index) => {
                  const className = column.numeric ? 'cell-number' : undefined;
                  return index === words ? (
                    <th key={column.id} scope="row" className={className}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} className={className}>
                      {column.cell(row)}
                    </td>
                  );
                })}
              </tr>
            )),
          }
        : {})}
    />
  );
}

interface CellProps {
  readonly zelle: PapierZelle | undefined;
  readonly sprache: Sprache;
  readonly listHref: PapierTableProps['listHref'];
  readonly fussnote: (nr: number) => string;
}

function Cell({ zelle, sprache, listHref, fussnote }: CellProps) {
  if (!zelle) return null;
  const text = cellText(zelle, sprache);
  return (
    <>
      {zelle.liste && listHref ? <Link href={listHref(zelle.liste)}>{text}</Link> : text}
      {zelle.fussnoten?.map((nr) => (
        <a key={nr} className="fussnote-marke" href={`#fussnote-${nr}`} aria-label={fussnote(nr)}>
          {nr})
        </a>
      ))}
    </>
  );
}
