import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { weekdayName } from '#src/termin/weekday.ts';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { sprechstundeContract, type SprechstundeZeile } from '../contract.ts';
import { AddSprechstunde } from './AddSprechstunde.tsx';
import { AusfallCard } from './AusfallCard.tsx';
import { CancelSprechstunde, EndSprechstunde } from './CancelSprechstunde.tsx';
import './sprechstunde.css';
import * as texts from './texts.ts';

export interface SprechstundePageProps {
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
  readonly kontoId: string;
  readonly traegerIds: readonly string[];
}

type Open = { readonly art: 'neu' } | { readonly art: 'ausfall' | 'ende'; readonly zeile: SprechstundeZeile };

/** Open hours of the Kreis: their next day, what is cancelled, and the way for somebody who stands there. */
export function SprechstundePage({ kreis, can, kontoId, traegerIds }: SprechstundePageProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [open, setOpen] = useState<Open>();
  const list = useQuery(sprechstundeContract.listSprechstunde, { params: { kreisId: kreis.id }, query: {} });
  // Those that the account looks after come first.
  const rows = (list.data?.sprechstunde ?? []).toSorted(
    (a, b) => Number(b.abilities.change) - Number(a.abilities.change),
  );
  const close = () => setOpen(undefined);
  const nameOfRow = (row: SprechstundeZeile) => `${t.art[row.art]}, ${weekdayName(sprache, row.wochentag)}`;
  const edits = rows.some((row) => row.abilities.change);
  return (
    <Page
      title={t.titel}
      lead={<p>{t.lead}</p>}
      {...(can('termin.lesen') ? { crumbs: [{ label: t.kalender, href: `/k/${kreis.id}/kalender` }] } : {})}
      actions={
        can('sprechstunde.pflegen') && (
          <>
            {can('anfrage.bearbeiten') && (
              <ButtonLink kind="primary" icon="person" href={`/k/${kreis.id}/anfrage/neu`}>
                {t.jemandIstDa}
              </ButtonLink>
            )}
            <Button icon="plus" onClick={() => setOpen({ art: 'neu' })}>
              {t.einrichten}
            </Button>
          </>
        )
      }
    >
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={5} />}
      {list.data && rows.length === 0 && (
        <EmptyState icon="clock" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      <AusfallCard kreis={kreis} rows={rows} />
      {rows.length > 0 && (
        <Table
          caption={t.titel}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { id: 'was', header: t.was, rowHeader: true, nowrap: true, cell: (row) => t.art[row.art] },
            {
              id: 'wann',
              header: t.wann,
              nowrap: true,
              cell: (row) => t.jeden(weekdayName(sprache, row.wochentag), row.von, row.bis),
            },
            {
              id: 'wo',
              header: t.wo,
              cell: (row) =>
                `${nameOf(kreis.standort, row.standortId)} (${nameOf(kreis.traeger, row.traegerId)})`,
            },
            { id: 'wer', header: t.wer, wideOnly: true, cell: (row) => row.casemanagerName ?? t.team },
            {
              id: 'naechster',
              header: t.naechster,
              cell: (row) =>
                row.naechsterAm === null ? (
                  t.keiner
                ) : (
                  <span className="figure">{formatDay(row.naechsterAm)}</span>
                ),
            },
            ...(edits
              ? [
                  {
                    id: 'wahl',
                    header: t.wahl,
                    cell: (row: SprechstundeZeile) =>
                      row.abilities.change && (
                        <span className="sprechstunde-wahl">
                          <Button
                            small
                            title={t.faelltAusName(nameOfRow(row))}
                            onClick={() => setOpen({ art: 'ausfall', zeile: row })}
                          >
                            {t.faelltAus}
                          </Button>
                          <Button
                            small
                            kind="quiet"
                            title={t.beendenName(nameOfRow(row))}
                            onClick={() => setOpen({ art: 'ende', zeile: row })}
                          >
                            {t.beenden}
                          </Button>
                        </span>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {open?.art === 'neu' && (
        <AddSprechstunde kreis={kreis} kontoId={kontoId} traegerIds={traegerIds} onClose={close} />
      )}
      {open?.art === 'ausfall' && (
        <CancelSprechstunde kreis={kreis} sprechstunde={open.zeile} onClose={close} />
      )}
      {open?.art === 'ende' && <EndSprechstunde kreis={kreis} sprechstunde={open.zeile} onClose={close} />}
    </Page>
  );
}
