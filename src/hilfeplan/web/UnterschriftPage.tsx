import { useState } from 'react';
import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { hilfeplanContract, type HilfeplanStand } from '../contract.ts';
import { diffPlan } from '../diff.ts';
import { planRefusals } from '../rules.ts';
import './hilfeplan.css';
import { PlanDiffView } from './PlanDiffView.tsx';
import { PlanView } from './PlanView.tsx';
import * as texts from './texts.ts';
import { UnterschriftForm } from './UnterschriftForm.tsx';

/** A calm page to go through the plan together, to answer and to sign. */
export function UnterschriftPage({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(hilfeplanContract.getHilfeplan, {
    params: { kreisId: kreis.id, fallId },
  });
  const back = `/k/${kreis.id}/fall/${fallId}?teil=hilfeplan`;
  return (
    <Page
      title={t.unterschreiben}
      windowTitle={data ? `${t.unterschreiben} ${data.nummer}` : t.unterschreiben}
      lead={<p>{t.unterschriftLead}</p>}
      crumbs={[
        { label: t.faelle, href: `/k/${kreis.id}/fall` },
        { label: data ? t.fall(data.nummer) : t.plan, href: back },
      ]}
      narrow
    >
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading rows={8} />}
      {data && <Gezeigt kreis={kreis} fallId={fallId} plan={data} onRefetch={refetch} back={back} />}
    </Page>
  );
}

interface GezeigtProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  /** As it is stored now. */
  readonly plan: HilfeplanStand;
  readonly onRefetch: () => void;
  readonly back: string;
}

/** Keeps the plan as it was shown: nothing changes under the eyes of those who read it. */
function Gezeigt({ kreis, fallId, plan, onRefetch, back }: GezeigtProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [, navigate] = useLocation();
  const [shown, setShown] = useState(plan);
  const changed = plan.pruefwert !== shown.pruefwert;
  const refusals = planRefusals(shown);
  return (
    <div className="stack">
      {changed && (
        <Notice tone="warning" title={t.planGeaendert} alert>
          <PlanDiffView kreis={kreis} diff={diffPlan(toInhalt(shown), toInhalt(plan))} />
          <p>
            <Button
              onClick={() => {
                setShown(plan);
                scrollTo(0, 0);
              }}
            >
              {t.neuGelesen}
            </Button>
          </p>
        </Notice>
      )}
      <Card title={t.plan}>
        <PlanView kreis={kreis} ziel={shown.ziel} />
      </Card>
      {!plan.abilities.signHilfeplan && (
        <Notice title={plan.abilities.changeHilfeplan ? t.nurFallfuehrung : t.abgeschlossen} />
      )}
      {refusals.length > 0 && (
        <Notice tone="warning" title={t.nichtBereit}>
          <ul>
            {[...new Set(refusals.map(({ code }) => code))].map((code) => (
              <li key={code}>{describeCode(sprache, code, t.code)}</li>
            ))}
          </ul>
          <p>
            <ButtonLink href={back}>{t.zurueck}</ButtonLink>
          </p>
        </Notice>
      )}
      {plan.abilities.signHilfeplan && refusals.length === 0 && (
        <UnterschriftForm
          // What was signed for another text is not taken along.
          key={shown.pruefwert}
          kreis={kreis}
          fallId={fallId}
          plan={shown}
          gedruckt={plan.version.find(({ stand }) => stand === 'entwurf')}
          onChanged={onRefetch}
          onDone={() => navigate(back)}
        />
      )}
    </div>
  );
}

function toInhalt({ ziel }: HilfeplanStand) {
  return { ziel, zustimmung: null };
}
