import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, today } from '#src/platform/day.ts';
import { foldText } from '#src/platform/web/format.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { stelleArt, stelleContract, type Stelle } from '../contract.ts';
import { isCurrent, isUnvereinbart } from '../rules.ts';
import { StelleDialog } from './StelleDialog.tsx';
import * as texts from './texts.ts';

/** Partner offices of the Kreis: who they are, how to reach them, and by which agreed route people come. */
export function StellePage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const [suche, setSuche] = useState('');
  const [art, setArt] = useState('');
  const [nurOffene, setNurOffene] = useState(false);
  const [beendete, setBeendete] = useState(false);
  const [editing, setEditing] = useState<Stelle | 'neu'>();
  const list = useQuery(stelleContract.listStelle, { params: { kreisId: kreis.id } });
  const heute = today();
  const all = list.data?.stelle ?? [];
  const current = all.filter((each) => isCurrent(each, heute));
  const wanted = foldText(suche.trim());
  const rows = (beendete ? all : current).filter(
    (each) =>
      (art === '' || each.art === art) &&
      (!nurOffene || isUnvereinbart(each)) &&
      foldText(`${each.name} ${each.ansprechpartner}`).includes(wanted),
  );
  const mayChange = list.data?.abilities.changeStelle ?? false;
  return (
    <Page
      title={t.titel}
      lead={
        <p className="prose">
          {t.lead}
          <br />
          <output>{list.data ? t.anzahl(current.length, current.filter(isUnvereinbart).length) : ''}</output>
        </p>
      }
      actions={
        mayChange && (
          <Button kind="primary" icon="plus" onClick={() => setEditing('neu')}>
            {t.neu}
          </Button>
        )
      }
    >
      <search className="columns">
        <TextField
          name="suche"
          type="search"
          label={t.suche}
          quietOptional
          value={suche}
          onChange={setSuche}
        />
        <SelectField
          name="art"
          label={t.artLabel}
          quietOptional
          empty={t.alleArten}
          value={art}
          onChange={setArt}
          options={stelleArt.options.map((value) => ({ value, label: t.art[value] }))}
        />
        <div>
          <Checkbox name="nurOffene" label={t.nurOffene} value={nurOffene} onChange={setNurOffene} />
          <Checkbox name="beendete" label={t.beendeteZeigen} value={beendete} onChange={setBeendete} />
        </div>
      </search>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={8} />}
      {list.data && all.length === 0 && (
        <EmptyState icon="link" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {all.length > 0 && rows.length === 0 && <p className="muted">{t.keineTreffer}</p>}
      {rows.length > 0 && (
        <Table
          caption={t.titel}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'name',
              header: t.name,
              rowHeader: true,
              cell: (row) => (
                <div>
                  {row.name} <Ended stelle={row} heute={heute} />
                  <br />
                  <span className="small muted">
                    {t.art[row.art]}
                    {row.kommuneId !== null && ` · ${nameOf(kreis.kommune, row.kommuneId)}`}
                  </span>
                </div>
              ),
            },
            { id: 'kontakt', header: t.kontakt, cell: (row) => <Kontakt stelle={row} /> },
            { id: 'weg', header: t.weg, cell: (row) => row.weg || '–' },
            {
              id: 'vereinbart',
              header: t.vereinbartAm,
              nowrap: true,
              cell: (row) =>
                row.vereinbartAm === null ? (
                  <Badge tone="warning" icon="clock">
                    {t.nichtVereinbart}
                  </Badge>
                ) : (
                  <span className="figure">{formatDay(row.vereinbartAm)}</span>
                ),
            },
            ...(mayChange
              ? [
                  {
                    id: 'aendern',
                    header: t.aendern,
                    cell: (row: Stelle) => (
                      <Button small kind="quiet" icon="edit" onClick={() => setEditing(row)}>
                        {t.aendern}
                        <span className="sr-only"> {row.name}</span>
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {editing !== undefined && (
        <StelleDialog
          kreis={kreis}
          stelle={editing === 'neu' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}

function Ended({ stelle, heute }: { stelle: Stelle; heute: string }) {
  const t = useTexts(texts);
  if (stelle.gueltigBis === null) return null;
  const tag = formatDay(stelle.gueltigBis);
  return <Badge>{isCurrent(stelle, heute) ? t.endetAm(tag) : t.beendet(tag)}</Badge>;
}

function Kontakt({ stelle }: { stelle: Stelle }) {
  const { ansprechpartner, telefon, email } = stelle;
  if (ansprechpartner === '' && telefon === '' && email === '') return '–';
  return (
    <div>
      {ansprechpartner !== '' && <div>{ansprechpartner}</div>}
      {telefon !== '' && (
        <div>
          <a className="link" href={`tel:${telefon.replaceAll(/[^+\d]/g, '')}`}>
            {telefon}
          </a>
        </div>
      )}
      {email !== '' && (
        <div>
          <a className="link" href={`mailto:${email}`}>
            {email}
          </a>
        </div>
      )}
    </div>
  );
}
