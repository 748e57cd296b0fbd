import { call } from '#src/platform/web/call.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { kontoContract, type KontoBlatt } from '../contract.ts';
import * as texts from './texts.ts';

/** Where the account is signed in; one or all of them end at once. */
export function SitzungCard({ kreisId, konto }: { kreisId: string; konto: KontoBlatt }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const end = useAction(
    (key, sitzung?: string) =>
      call(
        kontoContract.endKontoSitzung,
        { params: { kreisId, kontoId: konto.id }, query: sitzung === undefined ? {} : { sitzung } },
        { key },
      ),
    () => toast(t.sitzungBeendet),
  );
  return (
    <Card
      title={t.sitzungen}
      actions={
        konto.sitzung.length > 0 && (
          <Button small pending={end.pending} onClick={() => end.run()}>
            {t.alleBeenden}
          </Button>
        )
      }
    >
      {end.problem && <ErrorState problem={end.problem} codes={t.code} />}
      {konto.sitzung.length === 0 ? (
        <p className="muted">{t.keineSitzung}</p>
      ) : (
        <Table
          caption={t.sitzungen}
          rows={konto.sitzung}
          rowKey={(row) => row.id}
          columns={[
            { id: 'geraet', header: t.geraet, rowHeader: true, cell: (row) => row.geraet || '–' },
            { id: 'angemeldet', header: t.angemeldet, cell: (row) => formatMoment(sprache, row.angelegtAm) },
            { id: 'benutzt', header: t.benutzt, cell: (row) => formatMoment(sprache, row.zuletztAm) },
            {
              id: 'beenden',
              header: t.sitzungBeenden,
              cell: (row) => (
                <Button small kind="quiet" onClick={() => end.run(row.id)}>
                  {t.sitzungBeenden}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
