import { useState } from 'react';
import { formatDay } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { protokollContract } from '../contract.ts';
import { rolleWort, zweckWort } from '../rolle-text.ts';
import { describeVorgang } from '../vorgang-text.ts';
import * as texts from './texts.ts';

export interface ZugriffCardProps {
  readonly kreisId: string;
  readonly fallId: string;
}

/** Who read the file, for the answer to the person; asked for only when somebody wants to know. */
export function ZugriffCard({ kreisId, fallId }: ZugriffCardProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [open, setOpen] = useState(false);
  const list = useQuery(protokollContract.listZugriffe, open ? { params: { kreisId, fallId } } : undefined);
  return (
    <div data-zugriffe>
      <Card
        title={t.karte}
        actions={
          <>
            {!open && (
              <Button small onClick={() => setOpen(true)}>
                {t.karteZeigen}
              </Button>
            )}
            <PaperLink href={`/api/kreis/${kreisId}/fall/${fallId}/zugriff/papier`}>{t.drucken}</PaperLink>
          </>
        }
      >
        <p className="muted small">{t.karteLead}</p>
        {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
        {open && list.loading && <Loading rows={3} />}
        {list.data?.length === 0 && <p className="muted">{t.karteLeer}</p>}
        {list.data && list.data.length > 0 && (
          <Table
            caption={t.karte}
            rows={list.data.map((row, id) => ({ ...row, id }))}
            rowKey={(row) => String(row.id)}
            columns={[
              {
                id: 'tag',
                header: t.tag,
                nowrap: true,
                cell: (row) => <span className="figure">{formatDay(row.tag)}</span>,
              },
              {
                id: 'wer',
                header: t.wer,
                rowHeader: true,
                cell: (row) =>
                  [row.rollen.map((rolle) => rolleWort(sprache, rolle)).join(', '), row.traeger.join(', ')]
                    .filter(Boolean)
                    .join(' – '),
              },
              {
                id: 'was',
                header: t.was,
                cell: (row) =>
                  `${describeVorgang(sprache, 'lesen', row.vorgang)}${row.zweck === null ? '' : ` (${zweckWort(sprache, row.zweck)})`}`,
              },
              { id: 'anzahl', header: t.anzahl, numeric: true, cell: (row) => row.anzahl },
            ]}
          />
        )}
      </Card>
    </div>
  );
}
