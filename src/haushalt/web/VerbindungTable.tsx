import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { haushaltContract, type HaushaltStand } from '../contract.ts';
import * as texts from './texts.ts';

export interface VerbindungTableProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly verbindung: HaushaltStand['verbindung'];
  readonly canChange: boolean;
}

/** Cases of the family that are in sight. */
export function VerbindungTable({ kreisId, fallId, verbindung, canChange }: VerbindungTableProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const unlink = useAction(
    (key, verbindungId: string) =>
      call(haushaltContract.undoVerbindung, { params: { kreisId, fallId, verbindungId } }, { key }),
    () => toast(t.geloest),
  );
  return (
    <>
      {unlink.problem && <ErrorState problem={unlink.problem} codes={t.code} />}
      <Table
        caption={t.verbundene}
        showCaption
        rows={verbindung}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'name',
            header: t.name,
            rowHeader: true,
            cell: (row) => (
              <Link href={`/k/${kreisId}/fall/${row.fallId}`}>
                {`${row.vorname} ${row.familienname}`.trim()}
              </Link>
            ),
          },
          { id: 'beziehung', header: t.beziehung, cell: (row) => t.beziehungWort[row.beziehung] },
          { id: 'fall', header: t.fall, cell: (row) => row.nummer },
          {
            id: 'aktionen',
            header: t.aktionen,
            cell: (row) =>
              canChange && (
                <Button small kind="quiet" pending={unlink.pending} onClick={() => unlink.run(row.id)}>
                  {t.loesen}
                  <span className="sr-only">: {row.nummer}</span>
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
