import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { ButtonLink } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { assessmentContract } from '../contract.ts';
import { RundeForm } from './RundeForm.tsx';
import { StartRunde } from './StartRunde.tsx';
import * as texts from './texts.ts';

/** The round of a case that is worked on. */
export function AssessmentPage({ kreis, fallId }: { kreis: KreisStamm; fallId: string }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(assessmentContract.getAssessment, {
    params: { kreisId: kreis.id, fallId },
  });
  const akte = `/k/${kreis.id}/fall/${fallId}`;
  const crumbs = [
    { label: t.faelle, href: `/k/${kreis.id}/fall` },
    { label: t.fall(data?.nummer ?? ''), href: `${akte}?teil=bedarf` },
  ];
  if (error) {
    return (
      <Page title={t.titelSeite} crumbs={crumbs}>
        <ErrorState problem={error} onRetry={refetch} />
      </Page>
    );
  }
  if (!data) {
    return (
      <div className="page">
        <Loading rows={8} />
      </div>
    );
  }
  const runde = data.runde.find(({ stand }) => stand === 'entwurf');
  if (!runde || !data.abilities.saveAssessment) {
    return (
      <Page title={t.titelSeite} crumbs={crumbs}>
        <EmptyState
          icon="info"
          title={t.keinEntwurf}
          action={
            data.abilities.startAssessment ? (
              <StartRunde kreis={kreis} fallId={fallId} weitere={data.runde.length > 0} />
            ) : (
              <ButtonLink href={`${akte}?teil=bedarf`}>{t.zurAkte}</ButtonLink>
            )
          }
        />
      </Page>
    );
  }
  const vorige = data.runde.findLast((each) => each.runde < runde.runde);
  return (
    <Page
      title={t.rundeVom(t.art[runde.art], runde.runde, formatDay(runde.am))}
      lead={<p>{vorige ? `${t.leadRe} ${t.lead}` : t.lead}</p>}
      crumbs={crumbs}
    >
      <RundeForm key={runde.id} kreis={kreis} fallId={fallId} runde={runde} vorige={vorige} />
    </Page>
  );
}
