import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { Tabs } from '#src/ui/web/Tabs.tsx';
import type { UebergabeAnfrageZeile, UebergabeStand } from '../anfrage-contract.ts';
import { uebergabeContract } from '../contract.ts';
import * as anfrageTexts from './anfrage-texts.ts';
import * as texts from './texts.ts';

export interface AnfrageTabsProps {
  readonly kreis: KreisStamm;
  readonly teil: string;
  readonly onTeil: (teil: string) => void;
  /** Works for a Träger that can be asked. */
  readonly empfaengt: boolean;
  readonly verlauf: ReactNode;
}

/** Questions that came in, questions that were asked, and what has been handed over. */
export function AnfrageTabs({ kreis, teil, onTeil, empfaengt, verlauf }: AnfrageTabsProps) {
  const t = useTexts(texts);
  const a = useTexts(anfrageTexts);
  const list = useQuery(uebergabeContract.listUebergabeAnfrage, { params: { kreisId: kreis.id } });
  if (list.error) return <ErrorState problem={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Loading rows={4} />;
  const eingang = list.data.filter(({ richtung }) => richtung === 'eingang');
  const ausgang = list.data.filter(({ richtung }) => richtung !== 'eingang');
  const waiting = (rows: readonly UebergabeAnfrageZeile[]) =>
    rows.filter(({ stand }) => stand === 'angefragt').length || undefined;
  return (
    <Tabs
      label={t.bereiche}
      value={teil}
      onChange={onTeil}
      tabs={[
        ...(empfaengt
          ? [
              {
                id: 'eingegangen',
                label: t.eingegangen,
                count: waiting(eingang),
                content: () =>
                  eingang.length === 0 ? (
                    <EmptyState icon="uebergabe" title={a.keineEingegangenen}>
                      {a.keineEingegangenenText}
                    </EmptyState>
                  ) : (
                    <AnfrageTable kreis={kreis} rows={eingang} />
                  ),
              },
            ]
          : []),
        {
          id: 'gestellt',
          label: t.gestellt,
          count: waiting(ausgang),
          content: () =>
            ausgang.length === 0 ? (
              <EmptyState icon="uebergabe" title={a.keineGestellten}>
                {a.keineGestelltenText}
              </EmptyState>
            ) : (
              <AnfrageTable kreis={kreis} rows={ausgang} />
            ),
        },
        { id: 'verlauf', label: t.verlauf, content: () => verlauf },
      ]}
    />
  );
}

const tones: Readonly<Record<UebergabeStand, Tone>> = {
  angefragt: 'info',
  angenommen: 'success',
  teilweise: 'warning',
  abgelehnt: 'danger',
  zurueckgezogen: 'neutral',
  abgelaufen: 'neutral',
};

/** How a question stands, in words. */
export function StandBadge({ stand }: { readonly stand: UebergabeStand }) {
  const a = useTexts(anfrageTexts);
  return <Badge tone={tones[stand]}>{a.standWert[stand]}</Badge>;
}

function AnfrageTable({ kreis, rows }: { kreis: KreisStamm; rows: readonly UebergabeAnfrageZeile[] }) {
  const t = useTexts(texts);
  const a = useTexts(anfrageTexts);
  return (
    <Table
      caption={a.liste}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'von',
          header: a.von,
          rowHeader: true,
          cell: (row) => (
            <Link href={`/k/${kreis.id}/uebergabe/anfrage/${row.id}`} className="row-link" data-row-link>
              {nameOf(kreis.traeger, row.vonTraegerId)}
            </Link>
          ),
        },
        { id: 'an', header: a.an, cell: (row) => nameOf(kreis.traeger, row.anTraegerId) },
        {
          id: 'anzahl',
          header: a.faelle,
          numeric: true,
          cell: (row) => (row.stand === 'teilweise' ? `${row.angenommen}/${row.anzahl}` : row.anzahl),
        },
        { id: 'grund', header: a.grund, cell: (row) => t.grundWert[row.grund] },
        {
          id: 'ab',
          header: a.wirksamAm,
          cell: (row) => <span className="figure">{formatDay(row.wirksamAm)}</span>,
        },
        {
          id: 'frist',
          header: a.fristAm,
          cell: (row) => <span className="figure">{formatDay(row.fristAm)}</span>,
        },
        { id: 'stand', header: a.stand, cell: (row) => <StandBadge stand={row.stand} /> },
        { id: 'wer', header: a.wer, wideOnly: true, cell: (row) => row.vonName ?? '–' },
      ]}
    />
  );
}
