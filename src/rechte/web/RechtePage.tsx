import { useState } from 'react';
import * as rolleTexts from '#src/konto/web/rolle-texts.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { foldText } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import type { Ich } from '#src/zugang/contract.ts';
import { rechteContract, type Vorgang } from '../contract.ts';
import * as texts from './texts.ts';
import { ZeilenTable } from './ZeilenTable.tsx';
import './rechte.css';

/** Rows shown at first; nobody reads two hundred. */
const firstRows = 25;

export interface RechtePageProps {
  readonly kreis: KreisStamm;
  readonly ich: Ich;
}

/** What every role may do and which rows it sees, as the running server enforces it. */
export function RechtePage({ kreis, ich }: RechtePageProps) {
  const t = useTexts(texts);
  const r = useTexts(rolleTexts);
  const { data, error, refetch } = useQuery(rechteContract.getRechte, { params: { kreisId: kreis.id } });
  const [rolle, setRolle] = useState(ich.rollen.find(({ kreisId }) => kreisId === kreis.id)?.rolle ?? '');
  const [suche, setSuche] = useState('');
  const [nurNamen, setNurNamen] = useState(false);
  const [ganz, setGanz] = useState(false);
  const nameOfRolle = (code: string) => new Map<string, string>(Object.entries(r.rolle)).get(code) ?? code;
  // What needs a role first, what everybody may last.
  const vorgaenge = (data?.vorgang ?? []).toSorted(
    (a, b) => Number(a.wer !== 'rollen') - Number(b.wer !== 'rollen'),
  );
  const rows = vorgaenge.filter(
    (each) =>
      (rolle === '' || each.wer !== 'rollen' || each.rollen.includes(rolle)) &&
      (!nurNamen || each.zeigt === 'person') &&
      foldText(`${each.summary} ${each.pfad}`).includes(foldText(suche.trim())),
  );
  return (
    <Page
      title={t.titel}
      lead={<p className="prose">{t.lead}</p>}
      actions={
        <Button icon="download" onClick={() => window.print()}>
          {t.drucken}
        </Button>
      }
    >
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading rows={10} />}
      {data && (
        <>
          <Card title={t.vorgaenge}>
            <search className="columns">
              <SelectField
                name="rolle"
                label={t.rolle}
                quietOptional
                empty={t.jedeRolle}
                value={rolle}
                onChange={setRolle}
                options={data.rollen.map((value) => ({ value, label: nameOfRolle(value) }))}
              />
              <TextField
                name="suche"
                type="search"
                label={t.suche}
                quietOptional
                value={suche}
                onChange={setSuche}
              />
              <Checkbox name="namen" label={t.zeigtFilter} value={nurNamen} onChange={setNurNamen} />
            </search>
            <output className="rechte-anzahl muted">
              {rows.length === 0 ? t.keine : t.anzahl(rows.length)}
            </output>
            {rows.length > 0 && (
              <VorgangTable
                rows={ganz ? rows : rows.slice(0, firstRows)}
                mitRollen={rolle === ''}
                nameOfRolle={nameOfRolle}
              />
            )}
            {!ganz && rows.length > firstRows && (
              <p className="rechte-mehr">
                <Button onClick={() => setGanz(true)}>{t.alleZeigen(rows.length)}</Button>
              </p>
            )}
          </Card>
          <details className="card">
            <summary>{t.zeilen}</summary>
            <p className="prose">{t.zeilenText}</p>
            <ZeilenTable rows={data.tabelle} />
          </details>
        </>
      )}
    </Page>
  );
}

interface VorgangTableProps {
  readonly rows: readonly Vorgang[];
  readonly mitRollen: boolean;
  readonly nameOfRolle: (code: string) => string;
}

function VorgangTable({ rows, mitRollen, nameOfRolle }: VorgangTableProps) {
  const t = useTexts(texts);
  const who = (row: Vorgang): string => {
    if (row.wer === 'alle') return t.alle;
    if (row.wer === 'offen') return t.offen;
    return row.rollen.length === 0 ? t.niemand : row.rollen.map(nameOfRolle).join(', ');
  };
  return (
    <Table
      caption={t.vorgaenge}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        {
          id: 'vorgang',
          header: t.vorgang,
          rowHeader: true,
          cell: (row) => (
            <div>
              <span lang="de">{row.summary}</span>
            </div>
          ),
        },
        {
          id: 'zeigt',
          header: t.zeigt,
          cell: (row) => (
            <Badge tone={row.zeigt === 'person' ? 'warning' : 'neutral'}>{t.zeigtWert[row.zeigt]}</Badge>
          ),
        },
        {
          id: 'art',
          header: t.art,
          cell: (row) => (
            <ul className="plain small">
              <li>{row.datei ? t.datei : row.liest ? t.lesen : t.schreiben}</li>
              {row.bestaetigt && <li>{t.bestaetigt}</li>}
              {row.zweck !== null && <li>{t.ganzerKreis}</li>}
            </ul>
          ),
        },
        ...(mitRollen
          ? [
              {
                id: 'wer',
                header: t.wer,
                cell: (row: Vorgang) => <span className="small">{who(row)}</span>,
              },
            ]
          : []),
      ]}
    />
  );
}
