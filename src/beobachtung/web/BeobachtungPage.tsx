import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { codeName, codeOptions, nameOf, nameOptions } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Badge, type Tone } from '#src/ui/web/Badge.tsx';
import { Button, Link } from '#src/ui/web/Button.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import {
  beobachtungArt,
  beobachtungContract,
  beobachtungFilter,
  type BeobachtungArt,
  type BeobachtungZeile,
} from '../contract.ts';
import * as texts from './texts.ts';
import { WorteDialog, type WorteGegenstand } from './WorteDialog.tsx';

const tones: Record<BeobachtungArt, Tone> = {
  luecke: 'danger',
  reibung: 'warning',
  beschleuniger: 'success',
};

/** What the work on cases teaches about the system, with how often it was met; the filter stands in the address. */
export function BeobachtungPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<WorteGegenstand | 'neu'>();
  const filter = beobachtungFilter.catch({}).parse(Object.fromEntries(params));
  const list = useQuery(
    beobachtungContract.listBeobachtung,
    { params: { kreisId: kreis.id }, query: filter },
    { keep: true },
  );
  const setFilter = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const bereich = (code: string | null) => codeName(kreis.codeliste.lebensbereich, code, sprache);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.lead}</p>}
      actions={
        <Button kind="primary" icon="plus" onClick={() => setOpen('neu')}>
          {t.neu}
        </Button>
      }
    >
      <div className="columns">
        <SelectField
          name="art"
          label={t.artLabel}
          quietOptional
          empty={t.alle}
          value={filter.art ?? ''}
          onChange={(value) => setFilter('art', value)}
          options={beobachtungArt.options.map((value) => ({ value, label: t.art[value] }))}
        />
        <SelectField
          name="lebensbereich"
          label={t.lebensbereich}
          quietOptional
          empty={t.alle}
          value={filter.lebensbereich ?? ''}
          onChange={(value) => setFilter('lebensbereich', value)}
          options={codeOptions(kreis.codeliste.lebensbereich, sprache)}
        />
        <SelectField
          name="kommune"
          label={t.kommune}
          quietOptional
          empty={t.alle}
          value={filter.kommune ?? ''}
          onChange={(value) => setFilter('kommune', value)}
          options={nameOptions(kreis.kommune)}
        />
      </div>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading />}
      {list.data?.beobachtung.length === 0 && (
        <EmptyState icon="info" title={isFiltered ? t.keineTreffer : t.leerTitel}>
          {isFiltered ? undefined : t.leerText}
        </EmptyState>
      )}
      {list.data && list.data.beobachtung.length > 0 && (
        <>
          <Card title={t.anzahlTitel} flush>
            <Table
              caption={t.anzahlTitel}
              rows={list.data.anzahl}
              rowKey={(row) => `${row.art} ${row.lebensbereich} ${row.kommuneId}`}
              columns={[
                { id: 'art', header: t.artLabel, rowHeader: true, cell: (row) => t.art[row.art] },
                { id: 'bereich', header: t.lebensbereich, cell: (row) => bereich(row.lebensbereich) },
                { id: 'kommune', header: t.kommune, cell: (row) => nameOf(kreis.kommune, row.kommuneId) },
                { id: 'anzahl', header: t.anzahl, numeric: true, cell: (row) => row.anzahl },
              ]}
            />
          </Card>
          <Table
            caption={t.titel}
            rows={list.data.beobachtung}
            rowKey={(row) => row.id}
            outdated={list.outdated}
            columns={[
              { id: 'was', header: t.was, rowHeader: true, cell: (row) => <Was zeile={row} /> },
              { id: 'bereich', header: t.lebensbereich, cell: (row) => bereich(row.lebensbereich) },
              { id: 'wo', header: t.wo, cell: (row) => nameOf(kreis.kommune, row.kommuneId) },
              { id: 'monat', header: t.monat, nowrap: true, cell: (row) => monatOf(row.monat) },
              ...(list.data.beobachtung.some(({ eigen }) => eigen)
                ? [
                    {
                      id: 'aktionen',
                      header: t.aktionen,
                      cell: (row: BeobachtungZeile) =>
                        row.eigen && <Eigene kreis={kreis} zeile={row} onWorte={() => setOpen(row)} />,
                    },
                  ]
                : []),
            ]}
          />
        </>
      )}
      {open !== undefined && (
        <WorteDialog
          kreis={kreis}
          beobachtung={open === 'neu' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  );
}

/** 2023-04 as 04.2023. */
function monatOf(monat: string): string {
  const [year, month] = monat.split('-');
  return `${month}.${year}`;
}

function Was({ zeile }: { zeile: BeobachtungZeile }) {
  const t = useTexts(texts);
  const ort = zeile.angebotName ?? zeile.stelleName;
  return (
    <div>
      <Badge tone={tones[zeile.art]}>{t.art[zeile.art]}</Badge>{' '}
      {zeile.text === '' ? <span className="muted">{t.ohneWorte}</span> : zeile.text}
      {ort !== null && <div className="small muted">{t.bei(ort)}</div>}
    </div>
  );
}

/** What the one who wrote it can do; only here the case is linked. */
function Eigene(props: { kreis: KreisStamm; zeile: BeobachtungZeile; onWorte: () => void }) {
  const { kreis, zeile, onWorte } = props;
  const t = useTexts(texts);
  const toast = useToast();
  const remove = useAction(
    (key) =>
      call(
        beobachtungContract.deleteBeobachtung,
        { params: { kreisId: kreis.id, beobachtungId: zeile.id } },
        { key },
      ),
    () => toast(t.zurueckgenommen),
  );
  return (
    <span className="row">
      <Button small kind="quiet" icon="edit" onClick={onWorte}>
        {t.worte}
      </Button>
      <Button small kind="quiet" pending={remove.pending} onClick={() => remove.run()}>
        {t.zurueck}
      </Button>
      {zeile.fallId !== null && (
        <Link href={`/k/${kreis.id}/fall/${zeile.fallId}?teil=vermittlung`}>{t.fall}</Link>
      )}
      {remove.problem && <ErrorState problem={remove.problem} />}
    </span>
  );
}
