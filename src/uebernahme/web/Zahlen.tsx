import { formatNumber } from '#src/platform/web/format.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import type { Ablehnung, Bericht } from '../contract.ts';
import { useCodes } from './codes.ts';
import * as texts from './texts.ts';

const shown = 200;

/** Read, new, changed, unchanged and refused, per sheet and in sum. */
export function Zahlen({ bericht, title }: { bericht: Bericht; title: string }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const number = (value: number) => formatNumber(sprache, value);
  const sum = { ...bericht, blatt: t.summe };
  const rows = bericht.blaetter.length > 1 ? [...bericht.blaetter, sum] : bericht.blaetter;
  const kinds = ['gelesen', 'angelegt', 'geaendert', 'unveraendert'] as const;
  return (
    <Table
      caption={title}
      rows={rows}
      rowKey={(row) => row.blatt}
      columns={[
        { id: 'blatt', header: t.blatt, rowHeader: true, cell: (row) => row.blatt },
        ...kinds.map((kind) => ({
          id: kind,
          header: t[kind],
          numeric: true,
          cell: (row: Bericht['blaetter'][number]) => number(row[kind]),
        })),
        { id: 'abgelehnt', header: t.abgelehnt, numeric: true, cell: (row) => number(row.abgelehnt.length) },
      ]}
    />
  );
}

/** Refused cells, named as the spreadsheet names them, with the reason. */
export function Ablehnungen({ abgelehnt, title }: { abgelehnt: readonly Ablehnung[]; title: string }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const codes = useCodes();
  return (
    <section className="stack">
      <h2>{title}</h2>
      <p className="muted prose">{t.ablehnungText}</p>
      <Table
        caption={title}
        rows={abgelehnt.slice(0, shown)}
        rowKey={(row) => `${row.blatt} ${row.zeile} ${row.spalte} ${row.code}`}
        columns={[
          { id: 'wo', header: t.wo, rowHeader: true, cell: (row) => t.zelle(row.zeile, row.spalte) },
          { id: 'blatt', header: t.blatt, cell: (row) => row.blatt },
          { id: 'warum', header: t.warum, cell: (row) => describeCode(sprache, row.code, codes) },
        ]}
      />
      {abgelehnt.length > shown && <p className="muted">{t.weitere(abgelehnt.length - shown)}</p>}
    </section>
  );
}
