import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { ButtonLink } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { uebergabeContract } from '../contract.ts';
import * as texts from './texts.ts';
import { UebergabeForm } from './UebergabeForm.tsx';

export interface UebergabePageProps {
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
}

/** Hands over what was chosen before, and lists what has been handed over lately. */
export function UebergabePage({ kreis, can }: UebergabePageProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [, navigate] = useLocation();
  const [params] = useSearchParams();
  const asked = idsOf(useHistoryState());
  const one = params.get('fall');
  const [fallIds, setFallIds] = useState<readonly string[]>(
    asked.length > 0 ? asked : one === null ? [] : [one],
  );
  const allowed = can('uebergabe.ausfuehren');

  function onDone(anzahl: number) {
    toast(t.fertig(anzahl));
    setFallIds([]);
    navigate(`/k/${kreis.id}/uebergabe`, { replace: true });
  }

  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.lead}</p>}
      actions={
        can('fall.lesen') &&
        fallIds.length === 0 && (
          <ButtonLink href={`/k/${kreis.id}/fall`} icon="fall">
            {t.zuFaellen}
          </ButtonLink>
        )
      }
    >
      {allowed && fallIds.length > 0 && (
        <UebergabeForm kreis={kreis} fallIds={fallIds} onChange={setFallIds} onDone={onDone} />
      )}
      {can('uebergabe.lesen') && <Recent kreis={kreis} />}
    </Page>
  );
}

function Recent({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const list = useQuery(uebergabeContract.listUebergabe, { params: { kreisId: kreis.id } });
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Loading rows={4} />;
  if (list.data.length === 0) {
    return (
      <EmptyState icon="uebergabe" title={t.keineTitel}>
        {t.keineText}
      </EmptyState>
    );
  }
  return (
    <Table
      caption={t.letzte}
      showCaption
      rows={list.data}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'wann',
          header: t.wann,
          rowHeader: true,
          cell: (row) => <span className="figure">{formatDay(row.wirksamAm)}</span>,
        },
        { id: 'von', header: t.von, cell: (row) => nameOf(kreis.traeger, row.vonTraegerId) },
        { id: 'an', header: t.nach, cell: (row) => nameOf(kreis.traeger, row.anTraegerId) },
        { id: 'anzahl', header: t.anzahl, numeric: true, cell: (row) => row.anzahl },
        { id: 'grund', header: t.grund, cell: (row) => t.grundWert[row.grund] },
        { id: 'wer', header: t.wer, wideOnly: true, cell: (row) => row.vonName ?? '–' },
      ]}
    />
  );
}

function idsOf(state: unknown): string[] {
  if (typeof state !== 'object' || state === null || !('fallIds' in state) || !Array.isArray(state.fallIds))
    return [];
  return state.fallIds.filter((id): id is string => typeof id === 'string');
}
