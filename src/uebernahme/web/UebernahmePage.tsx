import { useState } from 'react';
import { useRoute } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState } from '#src/ui/web/States.tsx';
import { NewRun } from './NewRun.tsx';
import { ReportPage } from './ReportPage.tsx';
import { RunList } from './RunList.tsx';
import * as texts from './texts.ts';
import './uebernahme.css';

export interface UebernahmePageProps {
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
}

/** Import of a workbook, and the imports of the past; one of them has its report at its own address. */
export function UebernahmePage({ kreis, can }: UebernahmePageProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [isReport, report] = useRoute('/k/:kreisId/uebernahme/:uebernahmeId');
  const [open, setOpen] = useState(false);
  if (!can('uebernahme.einlesen')) {
    return (
      <Page title={t.titel}>
        <EmptyState icon="lock" title={describeCode(sprache, 'nicht-erlaubt')} />
      </Page>
    );
  }
  if (isReport)
    return <ReportPage key={report.uebernahmeId} kreisId={kreis.id} uebernahmeId={report.uebernahmeId} />;
  return (
    <Page title={t.titel} lead={open ? undefined : <p className="prose">{t.lead}</p>}>
      <NewRun kreis={kreis} onOpen={setOpen} />
      {!open && <RunList kreisId={kreis.id} />}
    </Page>
  );
}
