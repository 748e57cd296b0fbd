import { useState } from 'react';
import { formatDay, today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import type { Umfeld } from '../contract.ts';
import { akteurName, federfuehrungOn } from '../rules.ts';
import { FederfuehrungDialog } from './FederfuehrungDialog.tsx';
import * as texts from './texts.ts';

export interface FederfuehrungLineProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly umfeld: Umfeld;
}

/** Who leads the case, who did before, and the way to agree anew. */
export function FederfuehrungLine({ kreisId, fallId, umfeld }: FederfuehrungLineProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const fuehrt = federfuehrungOn(umfeld.federfuehrung, today());
  const nameOf = (akteurId: string | null) => {
    const found = umfeld.akteur.find((each) => each.id === akteurId);
    return found ? akteurName(found) : t.casemanagement;
  };
  return (
    <section className="stack">
      <div className="row row-between">
        <p>
          <strong>{t.federfuehrung}:</strong>{' '}
          {fuehrt ? (
            t.fuehrtSeit(nameOf(fuehrt.akteurId), formatDay(fuehrt.ab))
          ) : (
            <span className="muted">{t.nichtVereinbart}</span>
          )}
        </p>
        {umfeld.abilities.change && (
          <Button small onClick={() => setOpen(true)}>
            {t.vereinbaren}
          </Button>
        )}
      </div>
      {umfeld.federfuehrung.length > 1 && (
        <details>
          <summary>{t.verlauf}</summary>
          <ul className="small">
            {umfeld.federfuehrung.map((each) => (
              <li key={each.ab}>
                {t.verlaufZeile(
                  nameOf(each.akteurId),
                  formatDay(each.ab),
                  each.bis === null ? t.offen : formatDay(each.bis),
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {open && (
        <FederfuehrungDialog
          kreisId={kreisId}
          fallId={fallId}
          akteure={umfeld.akteur.filter((each) => each.bis === null)}
          fuehrt={fuehrt}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}
