import { useState } from 'react';
import type { EntbindungZeile } from '#src/entbindung/contract.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { weitergabeContract, type WeitergabeZeile } from '../contract.ts';
import { PrepareDialog } from './PrepareDialog.tsx';
import { PreviewDialog } from './PreviewDialog.tsx';
import * as texts from './texts.ts';

export interface WeitergabeCardProps {
  readonly kreisId: string;
  readonly personId: string;
  readonly entbindung: readonly EntbindungZeile[];
}

const tones: Record<WeitergabeZeile['stand'], Tone> = {
  vorbereitet: 'warning',
  gegeben: 'success',
  gestoppt: 'neutral',
};

/** What was shared and what waits; the gate is a release that holds. */
export function WeitergabeCard({ kreisId, personId, entbindung }: WeitergabeCardProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [preparing, setPreparing] = useState(false);
  const [shown, setShown] = useState<WeitergabeZeile>();
  const { data, error, refetch } = useQuery(weitergabeContract.listWeitergabe, {
    params: { kreisId, personId },
  });
  const usable = entbindung.filter(
    (each) =>
      each.eigen && each.richtung !== 'von' && (each.stand === 'aktiv' || each.stand === 'laeuft_aus'),
  );
  return (
    <Card
      title={t.titel}
      actions={
        <Button small icon="plus" disabled={usable.length === 0} onClick={() => setPreparing(true)}>
          {t.vorbereiten}
        </Button>
      }
    >
      <div className="stack">
        <p className="muted small">{usable.length === 0 ? t.keineEntbindung : t.hinweis}</p>
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
              {
                id: 'stand',
                header: t.stand,
                cell: (row) => <Badge tone={tones[row.stand]}>{t.standWort[row.stand]}</Badge>,
              },
              { id: 'form', header: t.form, cell: (row) => t.formWort[row.form] },
              {
                id: 'wann',
                header: t.wann,
                nowrap: true,
                cell: (row) => formatMoment(sprache, row.gegebenAm ?? row.gestopptAm ?? row.vorbereitetAm),
              },
              {
                id: 'ansehen',
                header: t.text,
                cell: (row) => (
                  <Button small kind="quiet" onClick={() => setShown(row)}>
                    {t.ansehen}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </div>
      {preparing && (
        <PrepareDialog
          kreisId={kreisId}
          personId={personId}
          entbindung={usable}
          onClose={() => setPreparing(false)}
        />
      )}
      {shown && (
        <PreviewDialog
          kreisId={kreisId}
          personId={personId}
          weitergabe={shown}
          onClose={() => setShown(undefined)}
        />
      )}
    </Card>
  );
}
