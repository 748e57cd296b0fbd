import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, Notice } from '#src/ui/web/Badge.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import type { HilfeplanStand } from '../contract.ts';
import { diffPlan, isEmptyDiff } from '../diff.ts';
import { isUeberfaellig, naechsterSchritt } from '../rules.ts';
import { usePlanWords } from './plan-words.ts';
import { PlanDiffView } from './PlanDiffView.tsx';
import * as texts from './texts.ts';

/** Where the plan stands: goals reached, next step, what is signed and what has changed since. */
export function PlanSummary({ kreis, plan }: { kreis: KreisStamm; plan: HilfeplanStand }) {
  const t = useTexts(texts);
  const { schrittZeile } = usePlanWords(kreis);
  const gilt = plan.version.find(({ stand }) => stand === 'unterschrieben');
  const next = naechsterSchritt(plan.ziel);
  const diff = plan.unterschrieben
    ? diffPlan(plan.unterschrieben, { ziel: plan.ziel, zustimmung: null })
    : undefined;
  return (
    <>
      <Card title={t.plan}>
        <div className="plan-summary">
          <DescriptionList
            items={[
              {
                term: t.erreichteZiele,
                value: t.vonZielen(
                  plan.ziel.filter(({ stand }) => stand === 'erreicht').length,
                  plan.ziel.length,
                ),
              },
              {
                term: t.naechsterSchritt,
                value: next ? (
                  <>
                    {schrittZeile(next)}{' '}
                    {isUeberfaellig(next, today()) && (
                      <Badge tone="danger" icon="clock">
                        {t.ueberfaellig}
                      </Badge>
                    )}
                  </>
                ) : (
                  <span className="muted">{t.keinSchritt}</span>
                ),
              },
              {
                term: t.unterschriften,
                value:
                  gilt === undefined || gilt.unterschriebenAm === null ? (
                    <span className="muted">{t.nieUnterschrieben}</span>
                  ) : (
                    <>
                      {t.fassung(gilt.nummer)}, {t.unterschriebenAm(formatDay(gilt.unterschriebenAm))}
                      {gilt.zustimmung && `, ${t.antwortWort[gilt.zustimmung.antwort]}`}
                    </>
                  ),
              },
            ]}
          />
        </div>
      </Card>
      {diff && !isEmptyDiff(diff) && (
        <Notice title={t.geaendertTitel}>
          <p>{t.geaendertText}</p>
          <details>
            <summary>{t.geaendertDetail}</summary>
            <PlanDiffView kreis={kreis} diff={diff} />
          </details>
        </Notice>
      )}
    </>
  );
}
