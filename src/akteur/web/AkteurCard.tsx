import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { EmptyState } from '#src/ui/web/States.tsx';
import type { Umfeld } from '../contract.ts';
import { federfuehrungOn, isPartOn } from '../rules.ts';
import { AkteurDialog } from './AkteurDialog.tsx';
import { AkteurTable } from './AkteurTable.tsx';
import { FederfuehrungLine } from './FederfuehrungLine.tsx';
import { KarteView } from './KarteView.tsx';
import * as texts from './texts.ts';

export interface AkteurCardProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly umfeld: Umfeld;
  readonly klient: string;
  readonly onStale: () => void;
}

/** The network around a case as a map and as a list of the same. */
export function AkteurCard({ kreis, fallId, umfeld, klient, onStale }: AkteurCardProps) {
  const t = useTexts(texts);
  /** Id of the actor whose form is open; "" for a new one. */
  const [open, setOpen] = useState<string>();
  const heute = today();
  const da = umfeld.akteur.filter((each) => isPartOn(each, heute));
  const frueher = umfeld.akteur.filter((each) => !isPartOn(each, heute));
  const fuehrt = federfuehrungOn(umfeld.federfuehrung, heute);
  const paper = `/api/kreis/${kreis.id}/fall/${fallId}/umfeld/papier`;
  const canChange = umfeld.abilities.change;
  const table = { kreis, fallId, fuehrt, canChange, onChange: setOpen };
  return (
    <Card
      title={t.titel}
      actions={
        canChange && (
          <Button small icon="plus" onClick={() => setOpen('')}>
            {t.ergaenzen}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="muted">{t.lead}</p>
        {umfeld.akteur.length === 0 ? (
          <>
            <EmptyState icon="link" title={t.leerTitel}>
              {t.leerText}
            </EmptyState>
            <FederfuehrungLine kreisId={kreis.id} fallId={fallId} umfeld={umfeld} />
          </>
        ) : (
          <>
            {da.length > 0 && <KarteView akteure={da} fuehrt={fuehrt} klient={klient} />}
            <FederfuehrungLine kreisId={kreis.id} fallId={fallId} umfeld={umfeld} />
            {da.length > 0 && <AkteurTable {...table} akteure={da} caption={t.titel} />}
            {frueher.length > 0 && (
              <details>
                <summary>{t.frueher(frueher.length)}</summary>
                <AkteurTable {...table} akteure={frueher} caption={t.frueher(frueher.length)} />
              </details>
            )}
          </>
        )}
        {umfeld.akteur.length > 0 && (
          <p className="row">
            <PaperLink href={paper}>{t.drucken}</PaperLink>
            <PaperLink href={`${paper}?umfang=alle`}>{t.druckenAlle}</PaperLink>
          </p>
        )}
      </div>
      {open !== undefined && (
        <AkteurDialog
          key={open}
          kreis={kreis}
          fallId={fallId}
          zeile={umfeld.akteur.find((each) => each.id === open)}
          onStale={onStale}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}
