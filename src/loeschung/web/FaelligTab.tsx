import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table, type Column } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { loeschungContract } from '../contract.ts';
import type { FaelligeZeile } from '../zeile.ts';
import { HoldDialog } from './HoldDialog.tsx';
import * as texts from './texts.ts';

export interface FaelligTabProps {
  readonly kreis: KreisStamm;
  readonly onProposed: () => void;
}

/** Who is due by a day: chosen people become the proposal of a run, others show what keeps them. */
export function FaelligTab({ kreis, onProposed }: FaelligTabProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const heute = today();
  const [bis, setBis] = useState<string>(heute);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [holding, setHolding] = useState<FaelligeZeile>();
  const list = useQuery(
    loeschungContract.listFaellige,
    { params: { kreisId: kreis.id }, query: isDay(bis) ? { bis } : {} },
    { keep: true },
  );
  const all = list.data?.faellig ?? [];
  const free = all.filter((row) => row.sperre === null && row.laufId === null && row.faelligAb <= heute);
  const kept = all.filter((row) => !free.includes(row));
  const wanted = free.filter((row) => chosen.has(row.personId));
  const [traegerId, ...more] = new Set(wanted.map((row) => row.traegerId));
  const propose = useAction(
    (key) =>
      call(
        loeschungContract.proposeLoeschlauf,
        {
          params: { kreisId: kreis.id },
          body: { traegerId: traegerId ?? '', bis: heute, personIds: wanted.map((row) => row.personId) },
        },
        { key },
      ),
    () => {
      setChosen(new Set());
      toast(t.vorgeschlagen);
      onProposed();
    },
  );
  const several = new Set(all.map((row) => row.traegerId)).size > 1;
  const columns: Column<FaelligeZeile>[] = [
    { id: 'nummer', header: t.nummer, rowHeader: true, cell: (row) => row.nummer.join(', ') || t.ohneNummer },
    ...(several
      ? [
          {
            id: 'traeger',
            header: t.traeger,
            cell: (row: FaelligeZeile) => nameOf(kreis.traeger, row.traegerId),
          },
        ]
      : []),
    { id: 'art', header: t.art, cell: (row) => t.loeschart[row.art] },
    { id: 'frist', header: t.frist, cell: (row) => t.fristWort(row.frist.anzahl, row.frist.einheit) },
    {
      id: 'ab',
      header: t.ab,
      nowrap: true,
      cell: (row) => <span className="figure">{formatDay(row.bezugAm)}</span>,
    },
    {
      id: 'faellig',
      header: t.faelligSeit,
      nowrap: true,
      cell: (row) => <span className="figure">{formatDay(row.faelligAb)}</span>,
    },
  ];
  return (
    <div className="stack">
      <div className="columns">
        <DateField
          name="bis"
          label={t.bisTag}
          hint={t.bisHinweis}
          quietOptional
          value={bis}
          onChange={setBis}
        />
      </div>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={6} />}
      {list.data && all.length === 0 && (
        <EmptyState icon="check" title={t.nichtsFaellig}>
          {t.nichtsFaelligText}
        </EmptyState>
      )}
      {free.length > 0 && (
        <Card
          title={t.zuLoeschen(free.length)}
          flush
          actions={
            <Button
              kind="primary"
              pending={propose.pending}
              disabled={wanted.length === 0 || more.length > 0}
              onClick={() => propose.run()}
            >
              {wanted.length === 0 ? t.vorschlagenWaehlen : t.vorschlagen(wanted.length)}
            </Button>
          }
        >
          {more.length > 0 && <Notice tone="warning">{t.jeTraeger}</Notice>}
          {propose.problem && <ErrorState problem={propose.problem} codes={t.code} />}
          <Table
            caption={t.teil.faellig}
            rows={free}
            rowKey={(row) => row.personId}
            rowName={(row) => row.nummer.join(', ') || t.ohneNummer}
            selection={{ chosen, onChange: setChosen }}
            outdated={list.outdated}
            columns={[
              ...columns,
              {
                id: 'aufhalten',
                header: t.aufhalten,
                cell: (row) => (
                  <Button small kind="quiet" icon="pause" onClick={() => setHolding(row)}>
                    {t.aufhalten}
                    <span className="sr-only"> {row.nummer.join(', ')}</span>
                  </Button>
                ),
              },
            ]}
          />
        </Card>
      )}
      {kept.length > 0 && (
        <Card title={t.gehalten} flush>
          <Table
            caption={t.gehalten}
            rows={kept}
            rowKey={(row) => row.personId}
            columns={[...columns, { id: 'warum', header: t.warum, cell: (row) => <Why row={row} /> }]}
          />
        </Card>
      )}
      {holding && (
        <HoldDialog
          bezug={`${kreis.id}:${holding.personId}`}
          send={(body, key) =>
            call(
              loeschungContract.setLoeschsperre,
              { params: { kreisId: kreis.id }, body: { ...body, personId: holding.personId } },
              { key },
            )
          }
          onClose={() => setHolding(undefined)}
        />
      )}
    </div>
  );
}

function Why({ row }: { row: FaelligeZeile }) {
  const t = useTexts(texts);
  if (row.sperre !== null) {
    const grund = t.sperrgrund[row.sperre];
    return row.sperreBis === null ? grund : t.gesperrtBis(grund, formatDay(row.sperreBis));
  }
  return row.laufId === null ? t.nochNicht : t.imLauf;
}
