import { useState } from 'react';
import { UnterschriftLine } from '#src/einwilligung/web/UnterschriftLine.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { entbindungContract, type EntbindungStand, type EntbindungZeile } from '../contract.ts';
import { AddEntbindungDialog } from './AddEntbindungDialog.tsx';
import * as texts from './texts.ts';
import { WithdrawEntbindungDialog } from './WithdrawEntbindungDialog.tsx';

export interface EntbindungCardProps {
  readonly kreis: KreisStamm;
  readonly personId: string;
  readonly traegerId: string;
  readonly minderjaehrig: boolean;
  /** Guardians who signed the consent. */
  readonly vertretungen: number;
}

const tones: Record<EntbindungStand, Tone> = {
  aktiv: 'success',
  laeuft_aus: 'warning',
  abgelaufen: 'neutral',
  widerrufen: 'danger',
};

/** The register of releases with their expiry. */
export function EntbindungCard({
  kreis,
  personId,
  traegerId,
  minderjaehrig,
  vertretungen,
}: EntbindungCardProps) {
  const t = useTexts(texts);
  const [adding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<EntbindungZeile>();
  const params = { kreisId: kreis.id, personId };
  const { data, error, refetch } = useQuery(entbindungContract.listEntbindung, { params });
  return (
    <Card
      title={t.titel}
      actions={
        <Button small icon="plus" onClick={() => setAdding(true)}>
          {t.neu}
        </Button>
      }
    >
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading />}
      {data && data.length === 0 && <p className="muted">{t.leer}</p>}
      {data && data.length > 0 && (
        <Table
          caption={t.titel}
          rows={data}
          rowKey={(row) => row.id}
          columns={[
            { id: 'stelle', header: t.stelle, rowHeader: true, cell: (row) => row.stelleName },
            { id: 'stand', header: t.stand, cell: (row) => <Stand row={row} /> },
            { id: 'bis', header: t.bis, cell: (row) => formatDay(row.letzterTag), nowrap: true },
            { id: 'zweck', header: t.zweck, cell: (row) => t.zweckWort[row.zweck] },
            {
              id: 'inhalt',
              header: t.inhalt,
              cell: (row) =>
                `${row.inhalt.map((code) => t.inhaltWort[code]).join(', ')} (${t.richtungWort[row.richtung]})`,
            },
            {
              id: 'unterschrift',
              header: t.unterschrift,
              cell: (row) =>
                row.unterschrift.map((each) => (
                  <UnterschriftLine
                    key={each.id}
                    kreisId={kreis.id}
                    personId={personId}
                    unterschrift={each}
                  />
                )),
            },
            {
              id: 'aktionen',
              header: t.aktionen,
              cell: (row) => (
                <div className="row">
                  {row.unterschrift.length > 0 && (
                    <PaperLink href={`/api/kreis/${kreis.id}/papier/entbindung/${row.id}`}>
                      {t.drucken}
                      <span className="sr-only"> {row.stelleName}</span>
                    </PaperLink>
                  )}
                  {row.widerrufenAm === null && (
                    <Button small kind="quiet" onClick={() => setWithdrawing(row)}>
                      {t.widerrufen}
                    </Button>
                  )}
                </div>
              ),
            },
          ]}
        />
      )}
      {adding && (
        <AddEntbindungDialog
          kreis={kreis}
          personId={personId}
          traegerId={traegerId}
          vertretungen={vertretungen > 0 ? vertretungen : minderjaehrig ? 1 : 0}
          onClose={() => setAdding(false)}
        />
      )}
      {withdrawing && (
        <WithdrawEntbindungDialog
          kreisId={kreis.id}
          personId={personId}
          entbindung={withdrawing}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </Card>
  );
}

function Stand({ row }: { row: EntbindungZeile }) {
  const t = useTexts(texts);
  return (
    <>
      <Badge tone={tones[row.stand]}>
        {t.standWort[row.stand]}
        {row.widerrufenAm !== null && ` ${formatDay(row.widerrufenAm)}`}
      </Badge>
      {!row.eigen && <div className="small muted">{t.fremd}</div>}
    </>
  );
}
