import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { loeschungContract } from '../contract.ts';
import type { NachweisZeile } from '../zeile.ts';
import { wirkung } from '../wirkung.ts';
import * as fristTexts from './frist-texts.ts';
import * as texts from './texts.ts';

/** That somebody was erased and when, found by the number on an old paper; nobody is named. */
export function NachweisTab({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const f = useTexts(fristTexts);
  const [typed, setTyped] = useState('');
  const [nummer, setNummer] = useState('');
  const list = useQuery(
    loeschungContract.searchLoeschnachweis,
    { params: { kreisId: kreis.id }, body: { nummer } },
    { keep: true },
  );
  const rows = list.data ?? [];
  return (
    <div className="stack">
      <search>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            setNummer(typed.trim());
          }}
        >
          <TextField
            name="nummer"
            type="search"
            label={f.suche}
            hint={f.sucheHinweis}
            quietOptional
            value={typed}
            onChange={setTyped}
          />
          <div className="row">
            <Button submit icon="search">
              {f.suchen}
            </Button>
          </div>
        </form>
      </search>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={4} />}
      {list.data && rows.length === 0 && (
        <EmptyState icon="search" title={f.keinNachweis}>
          {nummer === '' ? f.nochKeinNachweis : f.keinNachweisText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table
          caption={t.teil.nachweise}
          rows={rows}
          rowKey={(row) => row.id}
          outdated={list.outdated}
          columns={[
            {
              id: 'am',
              header: f.geloeschtAm,
              rowHeader: true,
              nowrap: true,
              cell: (row) => <span className="figure">{formatDay(row.geloeschtAm)}</span>,
            },
            { id: 'traeger', header: t.traeger, cell: (row) => nameOf(kreis.traeger, row.traegerId) },
            {
              id: 'art',
              header: t.art,
              cell: (row) => (
                <div>
                  {t.loeschart[row.art]}
                  {row.frist !== null && (
                    <>
                      <br />
                      <span className="small muted">{t.fristWort(row.frist.anzahl, row.frist.einheit)}</span>
                    </>
                  )}
                </div>
              ),
            },
            { id: 'gingen', header: f.gingen, numeric: true, cell: (row) => f.zeilen(rowsOf(row, false)) },
            { id: 'blieben', header: f.blieben, numeric: true, cell: (row) => f.zeilen(rowsOf(row, true)) },
            { id: 'einwilligung', header: f.einwilligung, cell: (row) => <Einwilligung row={row} /> },
          ]}
        />
      )}
    </div>
  );
}

/** Rows of the proof that went, or that stayed as facts. */
function rowsOf({ zaehlung }: NachweisZeile, facts: boolean): number {
  return Object.entries(zaehlung)
    .filter(([table]) => (wirkung[table]?.art === 'tatsache') === facts)
    .reduce((sum, [, anzahl]) => sum + anzahl, 0);
}

function Einwilligung({ row }: { row: NachweisZeile }) {
  const f = useTexts(fristTexts);
  if (row.einwilligungAm === null) return '–';
  return [
    f.einwilligungVom(formatDay(row.einwilligungAm)),
    ...(row.widerrufenAm === null ? [] : [f.widerrufenAm(formatDay(row.widerrufenAm))]),
  ].join(', ');
}
