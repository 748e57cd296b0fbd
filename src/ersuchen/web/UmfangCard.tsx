import { useTexts } from '#src/platform/web/sprache.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import type { AbschnittUmfang, ErsuchenDetail } from '../ersuchen.ts';
import { titelOf } from './titel-of.ts';
import * as texts from './texts.ts';

/** What a second account decides on: counts and reasons, no content. */
export function UmfangCard({ ersuchen }: { ersuchen: ErsuchenDetail }) {
  const t = useTexts(texts);
  const reasons = (abschnitt: string) =>
    ersuchen.schwaerzung
      .filter((each) => each.abschnitt === abschnitt)
      .map(({ grund, anzahl }) => `${t.schwaerzungGrund[grund]} ${anzahl}`)
      .join(', ');
  const number = (name: 'zeilen' | 'schwaerzungen' | 'verworfen', header: string) => ({
    id: name,
    header,
    numeric: true,
    cell: (row: AbschnittUmfang) => (row[name] === 0 ? '' : row[name]),
  });
  return (
    <Card title={t.umfang} flush>
      <Table
        caption={t.umfang}
        rows={ersuchen.umfang.filter(({ zeilen }) => zeilen > 0)}
        rowKey={(row) => row.abschnitt}
        columns={[
          {
            id: 'abschnitt',
            header: t.abschnitt,
            rowHeader: true,
            cell: (row) => <span lang="de">{titelOf(row.abschnitt)}</span>,
          },
          number('zeilen', t.eintraege),
          number('schwaerzungen', t.geschwaerzt),
          number('verworfen', t.verworfen),
          { id: 'grund', header: t.grund, cell: (row) => reasons(row.abschnitt) },
        ]}
      />
      {ersuchen.pruefwert !== null && (
        <p className="ersuchen-pruefwert small muted">
          {t.pruefwert}: <code>{ersuchen.pruefwert}</code>
        </p>
      )}
    </Card>
  );
}
