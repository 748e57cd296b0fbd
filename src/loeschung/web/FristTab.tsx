import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table, type Column } from '#src/ui/web/Table.tsx';
import { loeschungContract } from '../contract.ts';
import type { RegelZeile } from '../zeile.ts';
import { SetFristDialog } from './SetFristDialog.tsx';
import * as fristTexts from './frist-texts.ts';
import * as texts from './texts.ts';

/** The periods of each Träger that hold today, and those before and after. */
export function FristTab({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const f = useTexts(fristTexts);
  const [changing, setChanging] = useState<RegelZeile>();
  const [wahl, setWahl] = useState('');
  const list = useQuery(loeschungContract.listAufbewahrungsregel, { params: { kreisId: kreis.id } });
  const regeln = Map.groupBy(list.data?.regel ?? [], (regel) => regel.traegerId);
  const verlauf = (list.data?.verlauf ?? []).filter(
    (row) =>
      !list.data?.regel.some(
        (regel) =>
          regel.gueltigAb === row.gueltigAb && regel.art === row.art && regel.traegerId === row.traegerId,
      ),
  );
  const shown = wahl || (regeln.keys().next().value ?? '');
  const columns: Column<RegelZeile>[] = [
    {
      id: 'art',
      header: t.art,
      rowHeader: true,
      cell: (row) => (
        <div>
          {t.loeschart[row.art]}
          <br />
          <span className="small muted">{t.bezug[row.art]}</span>
        </div>
      ),
    },
    { id: 'frist', header: t.frist, cell: (row) => t.fristWort(row.anzahl, row.einheit) },
    {
      id: 'grundlage',
      header: f.grundlage,
      cell: (row) => (row.gueltigAb === null ? f.vorgabeGrundlage[row.art] : row.grundlage),
    },
    { id: 'gilt', header: f.gilt, cell: (row) => <Gilt row={row} /> },
  ];
  return (
    <div className="stack">
      <p className="prose">{f.fristenLead}</p>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={6} />}
      {regeln.size > 1 && (
        <div className="columns">
          <SelectField
            name="traeger"
            label={f.traegerWahl}
            quietOptional
            empty={null}
            value={shown}
            onChange={setWahl}
            options={[...regeln.keys()].map((value) => ({ value, label: nameOf(kreis.traeger, value) }))}
          />
        </div>
      )}
      {[...regeln]
        .filter(([traegerId]) => traegerId === shown)
        .map(([traegerId, rows]) => (
          <Card key={traegerId} title={nameOf(kreis.traeger, traegerId)} flush>
            <Table
              caption={nameOf(kreis.traeger, traegerId)}
              rows={rows}
              rowKey={(row) => row.art}
              columns={[
                ...columns,
                {
                  id: 'aendern',
                  header: f.aendern,
                  cell: (row) => (
                    <Button small kind="quiet" icon="edit" onClick={() => setChanging(row)}>
                      {f.aendern}
                      <span className="sr-only">
                        {' '}
                        {nameOf(kreis.traeger, traegerId)}, {t.loeschart[row.art]}
                      </span>
                    </Button>
                  ),
                },
              ]}
            />
          </Card>
        ))}
      {verlauf.length > 0 && (
        <Card title={f.verlauf} flush>
          <Table
            caption={f.verlauf}
            rows={verlauf}
            rowKey={(row) => `${row.traegerId} ${row.art} ${row.gueltigAb}`}
            columns={[
              ...columns,
              { id: 'traeger', header: t.traeger, cell: (row) => nameOf(kreis.traeger, row.traegerId) },
            ]}
          />
        </Card>
      )}
      {changing && (
        <SetFristDialog kreisId={kreis.id} regel={changing} onClose={() => setChanging(undefined)} />
      )}
    </div>
  );
}

function Gilt({ row }: { row: RegelZeile }) {
  const f = useTexts(fristTexts);
  if (row.gueltigAb === null) return <span className="muted">{f.vorgabe}</span>;
  const ab = f.giltAb(formatDay(row.gueltigAb));
  return row.gueltigBis === null ? ab : `${ab}, ${f.giltBis(formatDay(row.gueltigBis))}`;
}
