import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { DescriptionList } from '#src/ui/web/DescriptionList.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { uebernahmeContract } from '../contract.ts';
import { RunState } from './RunList.tsx';
import * as texts from './texts.ts';
import { UndoRun } from './UndoRun.tsx';
import { Ablehnungen, Zahlen } from './Zahlen.tsx';

/** The report of one import: numbers and refused cells, for as long as it is kept. */
export function ReportPage({ kreisId, uebernahmeId }: { kreisId: string; uebernahmeId: string }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const run = useQuery(uebernahmeContract.getUebernahme, { params: { kreisId, uebernahmeId } });
  const crumbs = [{ label: t.alle, href: `/k/${kreisId}/uebernahme` }];
  if (!run.data) {
    return (
      <Page title={t.titel} crumbs={crumbs}>
        {run.error ? <ErrorState problem={run.error} onRetry={run.refetch} /> : <Loading />}
      </Page>
    );
  }
  const { lauf, bericht } = run.data;
  return (
    <Page
      title={t.berichtTitel(lauf.dateiName)}
      windowTitle={t.titel}
      crumbs={crumbs}
      actions={<UndoRun kreisId={kreisId} lauf={lauf} />}
    >
      <DescriptionList
        items={[
          { term: t.wann, value: formatMoment(sprache, lauf.am) },
          { term: t.wer, value: lauf.vonName ?? '–' },
          { term: t.stand, value: <RunState lauf={lauf} /> },
        ]}
      />
      <Zahlen bericht={bericht} title={t.berichtTitel(lauf.dateiName)} />
      {bericht.abgelehnt.length > 0 ? (
        <Ablehnungen abgelehnt={bericht.abgelehnt} title={t.abgelehntTitel(bericht.abgelehnt.length)} />
      ) : (
        <p className="muted">{t.keineAblehnung}</p>
      )}
    </Page>
  );
}
