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
import { AnfrageTabs } from './AnfrageTabs.tsx';
import * as texts from './texts.ts';
import { UebergabeForm } from './UebergabeForm.tsx';

export interface UebergabePageProps {
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
  /** Träger for which the account works. */
  readonly traegerIds: readonly string[];
}

/** Hands over what was chosen before; below it what came in, what was asked, and what has been handed over. */
export function UebergabePage({ kreis, can, traegerIds }: UebergabePageProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [, navigate] = useLocation();
  const [params, setParams] = useSearchParams();
  const state = useHistoryState();
  const asked = idsOf(state);
  const one = params.get('fall');
  const [fallIds, setFallIds] = useState<readonly string[]>(
    asked.length > 0 ? asked : one === null ? [] : [one],
  );
  const allowed = can('uebergabe.ausfuehren');

  function onDone(anzahl: number, gefragt: boolean) {
    toast(gefragt ? t.gefragt(anzahl) : t.fertig(anzahl));
    setFallIds([]);
    navigate(`/k/${kreis.id}/uebergabe?teil=${gefragt ? 'gestellt' : 'verlauf'}`, { replace: true });
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
        <UebergabeForm
          kreis={kreis}
          fallIds={fallIds}
          traegerIds={traegerIds}
          vorigeId={vorigeOf(state)}
          onChange={setFallIds}
          onDone={onDone}
        />
      )}
      {allowed && fallIds.length === 0 && (
        <AnfrageTabs
          kreis={kreis}
          teil={params.get('teil') ?? (traegerIds.length > 0 ? 'eingegangen' : 'gestellt')}
          onTeil={(teil) => setParams({ teil }, { replace: true })}
          empfaengt={traegerIds.length > 0}
          verlauf={<Recent kreis={kreis} />}
        />
      )}
      {!allowed && can('uebergabe.lesen') && <Recent kreis={kreis} />}
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

function vorigeOf(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('vorigeId' in state)) return null;
  return typeof state.vorigeId === 'string' ? state.vorigeId : null;
}
