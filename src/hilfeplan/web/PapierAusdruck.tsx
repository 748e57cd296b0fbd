import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { hilfeplanContract, type HilfeplanStand, type VersionZeile } from '../contract.ts';
import { PrintLinks } from './PrintLinks.tsx';
import * as texts from './texts.ts';

export interface PapierAusdruckProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly plan: HilfeplanStand;
  readonly gedruckt: VersionZeile | undefined;
}

/** The print that is signed on paper: made once, and made anew when the plan has changed since. */
export function PapierAusdruck({ kreis, fallId, plan, gedruckt }: PapierAusdruckProps) {
  const t = useTexts(texts);
  const present = useAction((key) =>
    call(
      hilfeplanContract.presentHilfeplan,
      { params: { kreisId: kreis.id, fallId }, body: { pruefwert: plan.pruefwert } },
      { key },
    ),
  );
  const same = gedruckt?.pruefwert === plan.pruefwert;
  return (
    <div className="stack">
      {present.problem && <ErrorState problem={present.problem} codes={t.code} />}
      {gedruckt && same && (
        <Notice title={t.papierBereit(gedruckt.nummer)}>
          <PrintLinks
            kreisId={kreis.id}
            fallId={fallId}
            label={t.papierOeffnen}
            nummer={gedruckt.nummer}
            sprachen={plan.sprachen}
          />
        </Notice>
      )}
      {gedruckt && !same && <Notice tone="warning" title={t.papierGeaendert} />}
      {!same && (
        <p>
          <Button pending={present.pending} onClick={() => present.run()}>
            {t.papierErst}
          </Button>
        </p>
      )}
    </div>
  );
}
