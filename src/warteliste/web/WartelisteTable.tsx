import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { wartelisteContract, type WartelisteEintrag } from '../contract.ts';
import { EndDialog } from './EndDialog.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import * as texts from './texts.ts';

type Schritt = 'einladen' | 'austragen';

export interface WartelisteTableProps {
  readonly kreis: KreisStamm;
  /** Narrows the list to one Träger. */
  readonly traegerId?: string;
}

/** Who waits, in the order in which they are invited; whoever keeps the list invites and takes off. */
export function WartelisteTable({ kreis, traegerId }: WartelisteTableProps) {
  const t = useTexts(texts);
  const [step, setStep] = useState<{ what: Schritt; eintrag: WartelisteEintrag }>();
  const list = useQuery(wartelisteContract.listWarteliste, {
    params: { kreisId: kreis.id },
    query: traegerId === undefined ? {} : { traegerId },
  });
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Loading />;
  const rows = list.data;
  if (rows.length === 0) {
    return (
      <EmptyState icon="clock" title={t.leerTitel}>
        {t.leerText}
      </EmptyState>
    );
  }
  const several = new Set(rows.map((row) => row.traegerId)).size > 1;
  return (
    <>
      <Table
        caption={t.titel}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'nummer',
            header: t.nummer,
            rowHeader: true,
            nowrap: true,
            cell: (row) => (
              <span>
                <Link href={`/k/${kreis.id}/anfrage/${row.anfrageId}`}>{row.nummer}</Link>{' '}
                {row.dringlich && <Badge tone="warning">{t.dringlich}</Badge>}
              </span>
            ),
          },
          { id: 'seit', header: t.seit, nowrap: true, cell: (row) => formatDay(row.eingetragenAm) },
          ...(several
            ? [
                {
                  id: 'traeger',
                  header: t.traeger,
                  cell: (row: WartelisteEintrag) => nameOf(kreis.traeger, row.traegerId),
                },
              ]
            : []),
          { id: 'ort', header: t.ort, wideOnly: true, cell: (row) => nameOf(kreis.kommune, row.kommuneId) },
          { id: 'grund', header: t.grundLabel, cell: (row) => t.grund[row.grund] },
          { id: 'verwiesen', header: t.verwiesenAn, cell: (row) => row.verwiesenAn?.name ?? '–' },
          {
            id: 'eingeladen',
            header: t.eingeladen,
            nowrap: true,
            cell: (row) =>
              row.eingeladenAm === null ? (
                <span className="muted">{t.nochNicht}</span>
              ) : (
                <Badge tone="success" icon="check">
                  {formatDay(row.eingeladenAm)}
                </Badge>
              ),
          },
          ...(rows.some((row) => row.eigen)
            ? [
                {
                  id: 'schritt',
                  header: t.wahl,
                  cell: (row: WartelisteEintrag) =>
                    row.eigen && <Steps eintrag={row} onStep={(what) => setStep({ what, eintrag: row })} />,
                },
              ]
            : []),
        ]}
      />
      {step?.what === 'einladen' && (
        <InviteDialog kreisId={kreis.id} eintrag={step.eintrag} onClose={() => setStep(undefined)} />
      )}
      {step?.what === 'austragen' && (
        <EndDialog kreisId={kreis.id} eintrag={step.eintrag} onClose={() => setStep(undefined)} />
      )}
    </>
  );
}

/** What comes next stands first: to invite, and after an invitation to say what became of it. */
function Steps({ eintrag, onStep }: { eintrag: WartelisteEintrag; onStep: (what: Schritt) => void }) {
  const t = useTexts(texts);
  const invited = eintrag.eingeladenAm !== null;
  const steps: readonly Schritt[] = invited ? ['austragen', 'einladen'] : ['einladen', 'austragen'];
  return (
    <span className="row">
      {steps.map((what, index) => (
        <Button key={what} small kind={index === 0 ? 'secondary' : 'quiet'} onClick={() => onStep(what)}>
          {what === 'einladen' && invited ? t.erneut : t[what]}
          <span className="sr-only"> {eintrag.nummer}</span>
        </Button>
      ))}
    </span>
  );
}
