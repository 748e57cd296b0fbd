import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table, type Column } from '#src/ui/web/Table.tsx';
import { begleitungContract, type Doppelbetreuung } from '../contract.ts';
import { ResolveDialog } from './ResolveDialog.tsx';
import * as texts from './texts.ts';

/** The Koordination mediates between two Träger that may counsel the same person; it sees two numbers and no name. */
export function DoppelbetreuungPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<Doppelbetreuung>();
  const list = useQuery(begleitungContract.listDoppelbetreuung, { params: { kreisId: kreis.id } });
  const offen = list.data?.filter((each) => each.stand === 'offen') ?? [];
  const geklaert = list.data?.filter((each) => each.stand !== 'offen') ?? [];
  const sides = useSides(kreis);
  return (
    <Page title={t.titel} lead={<p className="prose">{t.lead}</p>}>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={4} />}
      {list.data?.length === 0 && (
        <EmptyState icon="uebergabe" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {offen.length > 0 && (
        <Table
          caption={t.offene}
          showCaption
          rows={offen}
          rowKey={(row) => row.id}
          columns={[
            ...sides,
            {
              id: 'ergebnis',
              header: t.ergebnisKurz,
              cell: (row) => (
                <Button small onClick={() => setChosen(row)}>
                  {t.klaeren}
                </Button>
              ),
            },
          ]}
        />
      )}
      {geklaert.length > 0 && (
        <Table
          caption={t.geklaerte}
          showCaption
          rows={geklaert}
          rowKey={(row) => row.id}
          columns={[
            ...sides,
            {
              id: 'ergebnis',
              header: t.ergebnis,
              cell: (row) => (
                <span>
                  {t.standKurz[row.stand]}
                  {row.federfuehrungTraegerId !== null && (
                    <span className="muted"> · {nameOf(kreis.traeger, row.federfuehrungTraegerId)}</span>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      {chosen && <ResolveDialog kreis={kreis} fall={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  );
}

function useSides(kreis: KreisStamm): Column<Doppelbetreuung>[] {
  const t = useTexts(texts);
  const side = (seite: Doppelbetreuung['fragende']) => (
    <span>
      {nameOf(kreis.traeger, seite.traegerId)} <span className="figure">{seite.nummer ?? t.ohneNummer}</span>
    </span>
  );
  return [
    {
      id: 'gemeldet',
      header: t.gemeldet,
      rowHeader: true,
      cell: ({ gemeldetAm, stand }) => {
        const tag = today(new Date(gemeldetAm));
        const tage = Math.round((Date.parse(today()) - Date.parse(tag)) / 86_400_000);
        return (
          <span>
            <span className="figure">{formatDay(tag)}</span>{' '}
            {stand === 'offen' && <span className="muted">{tage === 0 ? t.heute : t.seitTagen(tage)}</span>}
          </span>
        );
      },
    },
    { id: 'fragende', header: t.fragende, cell: (row) => side(row.fragende) },
    { id: 'andere', header: t.andere, cell: (row) => side(row.andere) },
  ];
}
