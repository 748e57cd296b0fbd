import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { loeschungContract } from '../contract.ts';
import * as texts from './texts.ts';

/** What holds deletions up, by number, to be lifted. */
export function SperreTab({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const toast = useToast();
  const list = useQuery(loeschungContract.listLoeschsperre, { params: { kreisId: kreis.id } });
  const lift = useAction(
    (key, sperreId: string) =>
      call(loeschungContract.liftLoeschsperre, { params: { kreisId: kreis.id, sperreId } }, { key }),
    () => toast(t.aufgehoben),
  );
  const rows = list.data ?? [];
  return (
    <div className="stack">
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {lift.problem && <ErrorState problem={lift.problem} codes={t.code} />}
      {list.loading && <Loading rows={4} />}
      {list.data && rows.length === 0 && (
        <EmptyState icon="pause" title={t.keineSperre}>
          {t.keineSperreText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table
          caption={t.teil.sperren}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'nummer',
              header: t.nummer,
              rowHeader: true,
              cell: (row) => row.nummer.join(', ') || t.ohneNummer,
            },
            { id: 'traeger', header: t.traeger, cell: (row) => nameOf(kreis.traeger, row.traegerId) },
            { id: 'grund', header: t.grund, cell: (row) => t.sperrgrund[row.grund] },
            {
              id: 'bis',
              header: t.bis,
              cell: (row) => <span className="figure">{row.bis === null ? '–' : formatDay(row.bis)}</span>,
            },
            {
              id: 'gesetzt',
              header: t.gesetzt,
              cell: (row) =>
                [
                  formatDay(today(new Date(row.gesetztAm))),
                  ...(row.vonName === null ? [] : [row.vonName]),
                ].join(', '),
            },
            {
              id: 'aufheben',
              header: t.aufheben,
              cell: (row) => (
                <Button small kind="quiet" pending={lift.pending} onClick={() => lift.run(row.id)}>
                  {t.aufheben}
                  <span className="sr-only"> {row.nummer.join(', ')}</span>
                </Button>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}
