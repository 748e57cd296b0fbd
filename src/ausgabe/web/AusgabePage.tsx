import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { formatMoment, formatNumber } from '#src/platform/web/format.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { AUSGABE_SEITE, ausgabeContract, ausgabeFilter, type Ausgabe } from '../contract.ts';
import { vorgangText } from '../vorgang-text.ts';
import * as texts from './texts.ts';

/** Every file that left, for the officer who has to find out where a printed sheet came from. */
export function AusgabePage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [nummer, setNummer] = useState('');
  const [von, setVon] = useState('');
  const [bis, setBis] = useState('');
  const [benannt, setBenannt] = useState(false);
  const [seite, setSeite] = useState(1);
  const gelesen = nummer.trim() === '' || ausgabeFilter.shape.nummer.safeParse(nummer.trim()).success;
  const list = useQuery(
    ausgabeContract.listAusgabe,
    {
      params: { kreisId: kreis.id },
      query: {
        seite,
        ...(gelesen && nummer.trim() !== '' ? { nummer: nummer.trim() } : {}),
        ...(isDay(von) ? { von } : {}),
        ...(isDay(bis) ? { bis } : {}),
        ...(benannt ? { benannt: 'true' } : {}),
      },
    },
    { keep: true },
  );
  const gesamt = list.data?.gesamt ?? 0;
  const seiten = Math.max(1, Math.ceil(gesamt / AUSGABE_SEITE));
  const gefiltert = nummer !== '' || von !== '' || bis !== '' || benannt;
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setSeite(1);
    };
  return (
    <Page
      title={t.titel}
      lead={
        <p className="prose">
          {t.lead}
          <br />
          <output>{list.data ? t.anzahl(gesamt) : ''}</output>
        </p>
      }
    >
      <search className="columns">
        <TextField
          name="nummer"
          type="search"
          label={t.nummerSuche}
          placeholder="2026-000123"
          quietOptional
          value={nummer}
          onChange={change(setNummer)}
          {...(gelesen ? {} : { error: describeCode(sprache, 'ausgabe-nummer-ungueltig', t.code) })}
        />
        <DateField name="von" label={t.von} quietOptional value={von} onChange={change(setVon)} />
        <DateField name="bis" label={t.bis} quietOptional value={bis} onChange={change(setBis)} />
        <Checkbox name="benannt" label={t.nurBenannt} value={benannt} onChange={change(setBenannt)} />
      </search>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={8} />}
      {list.data && gesamt === 0 && !gefiltert && (
        <EmptyState icon="download" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {list.data && gesamt === 0 && gefiltert && <p className="muted">{t.keineTreffer}</p>}
      {list.data && list.data.ausgabe.length > 0 && (
        <AusgabeTable rows={list.data.ausgabe} outdated={list.outdated} />
      )}
      {seiten > 1 && (
        <nav className="row" aria-label={t.seite(seite, seiten)}>
          <Button small icon="left" disabled={seite <= 1} onClick={() => setSeite(seite - 1)}>
            {t.neuere}
          </Button>
          <span className="figure">{t.seite(seite, seiten)}</span>
          <Button small icon="right" disabled={seite >= seiten} onClick={() => setSeite(seite + 1)}>
            {t.aeltere}
          </Button>
        </nav>
      )}
    </Page>
  );
}

function AusgabeTable({ rows, outdated }: { rows: readonly Ausgabe[]; outdated: boolean }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  return (
    <Table
      caption={t.titel}
      rows={rows}
      rowKey={(row) => row.nummer}
      outdated={outdated}
      columns={[
        {
          id: 'nummer',
          header: t.nummer,
          rowHeader: true,
          nowrap: true,
          cell: (row) => <span className="figure">{row.nummer}</span>,
        },
        {
          id: 'wann',
          header: t.wann,
          cell: (row) => (
            <div>
              {row.konto || <span className="muted">{t.kontoFehlt}</span>}
              <br />
              <span className="small muted">
                {formatMoment(sprache, row.am)}
                {row.adresse !== '' && ` · ${t.vonAdresse(row.adresse)}`}
              </span>
            </div>
          ),
        },
        {
          id: 'was',
          header: t.was,
          cell: (row) => (
            <div>
              {vorgangText(row.vorgang, sprache)} {row.benannt && <Badge tone="info">{t.benannt}</Badge>}
            </div>
          ),
        },
        { id: 'frage', header: t.frage, cell: (row) => <Frage frage={row.frage} /> },
        {
          id: 'datei',
          header: t.datei,
          cell: (row) => (
            <div>
              {kindOf(row.dateiart)}, {formatNumber(sprache, Math.ceil(row.groesse / 1024))} KB
              {!row.vermerkt && <span className="muted"> · {t.ohneVermerk}</span>}
              <br />
              <abbr className="small muted figure" title={`${t.pruefsumme}: ${row.pruefsumme}`}>
                {row.pruefsumme.slice(0, 12)}
              </abbr>
            </div>
          ),
        },
      ]}
    />
  );
}

function Frage({ frage }: { frage: Ausgabe['frage'] }) {
  const t = useTexts(texts);
  const entries = Object.entries(frage).filter(([, value]) => value !== '');
  if (entries.length === 0) return '–';
  const say = (value: unknown): string => {
    if (value === null) return t.text;
    if (value === '') return t.leer;
    if (typeof value === 'boolean') return value ? t.ja : t.nein;
    if (Array.isArray(value)) return value.map(say).join(', ');
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return '…';
    return isDay(value) ? formatDay(value) : value;
  };
  return (
    <span className="small">{entries.map(([name, value]) => `${name}: ${say(value)}`).join(' · ')}</span>
  );
}

const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/json': 'JSON',
  'text/csv': 'CSV',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
};

function kindOf(type: string): string {
  return kinds[type] ?? type;
}
