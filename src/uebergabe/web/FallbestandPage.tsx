import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { BestandZeile } from '../bestand-contract.ts';
import { uebergabeContract } from '../contract.ts';
import * as texts from './bestand-texts.ts';
import { GiveBestand } from './GiveBestand.tsx';

export interface FallbestandPageProps {
  readonly kreis: KreisStamm;
  readonly kontoId: string;
}

/** Who leads how many cases; the caseload of somebody who leaves is handed over from here. */
export function FallbestandPage({ kreis, kontoId }: FallbestandPageProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [giving, setGiving] = useState<BestandZeile>();
  const list = useQuery(uebergabeContract.listBestand, { params: { kreisId: kreis.id } });
  const rows = list.data ?? [];
  const several = new Set(rows.map(({ traegerId }) => traegerId)).size > 1;
  return (
    <Page title={t.titel} lead={<p className="prose">{t.lead}</p>}>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={4} />}
      {giving && (
        <GiveBestand
          kreis={kreis}
          zeile={giving}
          eigener={giving.kontoId === kontoId}
          team={rows.filter(
            (each) => each.imTeam && each.traegerId === giving.traegerId && each.kontoId !== giving.kontoId,
          )}
          onClose={() => setGiving(undefined)}
          onDone={(anzahl, an, anfragen) => {
            toast([t.fertig(anzahl, an), ...(anfragen > 0 ? [t.anfragenZurueck(anfragen)] : [])].join(' '));
            setGiving(undefined);
          }}
        />
      )}
      {list.data && !giving && rows.length === 0 && (
        <EmptyState icon="fall" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {!giving && rows.length > 0 && (
        <Table
          caption={t.liste}
          rows={rows}
          rowKey={(row) => `${row.traegerId} ${row.kontoId}`}
          columns={[
            { id: 'wer', header: t.wer, rowHeader: true, cell: (row) => row.name ?? '–' },
            ...(several
              ? [
                  {
                    id: 'traeger',
                    header: t.traeger,
                    cell: (row: BestandZeile) => nameOf(kreis.traeger, row.traegerId),
                  },
                ]
              : []),
            { id: 'offen', header: t.offen, numeric: true, cell: (row) => row.offen },
            { id: 'abgeschlossen', header: t.abgeschlossen, numeric: true, cell: (row) => row.abgeschlossen },
            {
              id: 'lage',
              header: t.lage,
              cell: (row) => (
                <>
                  {!row.imTeam && <Badge tone="warning">{t.nichtImTeam}</Badge>}{' '}
                  {row.abwesendBis !== null && <Badge>{t.abwesend(formatDay(row.abwesendBis))}</Badge>}
                </>
              ),
            },
            {
              id: 'wahl',
              header: t.wahl,
              cell: (row) =>
                row.darf &&
                row.offen + row.abgeschlossen > 0 && (
                  <Button small icon="uebergabe" onClick={() => setGiving(row)}>
                    {t.uebergeben}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
