import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay } from '#src/platform/day.ts';
import { formatNumber } from '#src/platform/web/format.ts';
import { codeName, codeOptions, nameOf, nameOptions } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { EmptyState, ErrorState, LoadMore, Loading } from '#src/ui/web/States.tsx';
import { Table } from '#src/ui/web/Table.tsx';
import { beratungskontaktContract } from '../contract.ts';
import * as texts from './texts.ts';

const STEP = 100;
const MOST = 500;
const filterNames = ['von', 'bis', 'traeger', 'region', 'zugang', 'lebensbereich'] as const;

/** Anonymous contacts; the figures of a month link here with their filters in the address. */
export function SonstigerKontaktPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [params, setParams] = useSearchParams();
  const [anzahl, setAnzahl] = useState(STEP);
  const value = (name: (typeof filterNames)[number]) => params.get(name) ?? '';
  const [von, bis] = [value('von'), value('bis')];
  const query = {
    ...Object.fromEntries(
      filterNames
        .slice(2)
        .map((name) => [name, value(name)])
        .filter(([, each]) => each !== ''),
    ),
    ...(isDay(von) ? { von } : {}),
    ...(isDay(bis) ? { bis } : {}),
    anzahl,
  };
  const list = useQuery(
    beratungskontaktContract.listSonstigerKontakt,
    { params: { kreisId: kreis.id }, query },
    { keep: true },
  );
  const bind = (name: (typeof filterNames)[number]) => ({
    name,
    value: value(name),
    quietOptional: true,
    onChange: (next: string) =>
      setParams(
        (before) => {
          const changed = new URLSearchParams(before);
          if (next === '') changed.delete(name);
          else changed.set(name, next);
          return changed;
        },
        { replace: true },
      ),
  });
  const rows = list.data?.kontakt ?? [];
  return (
    <Page
      title={t.sonstigeTitel}
      lead={
        <p>
          {t.sonstigeLead}
          <br />
          <output>{list.data ? t.anzahl(formatNumber(sprache, list.data.gesamt)) : ''}</output>
        </p>
      }
    >
      <search className="columns">
        <DateField {...bind('von')} label={t.vonTag} />
        <DateField {...bind('bis')} label={t.bisTag} />
        <SelectField
          {...bind('traeger')}
          label={t.traeger}
          empty={t.alleTraeger}
          options={nameOptions(kreis.traeger)}
        />
        {kreis.region.length > 0 && (
          <SelectField
            {...bind('region')}
            label={t.region}
            empty={t.alleTraeger}
            options={kreis.region.map((region) => ({ value: region.slug, label: region.name }))}
          />
        )}
        <SelectField
          {...bind('zugang')}
          label={t.zugang}
          empty={t.alleTraeger}
          options={codeOptions(kreis.codeliste.zugang, sprache, [value('zugang')])}
        />
        <SelectField
          {...bind('lebensbereich')}
          label={t.lebensbereich}
          empty={t.alleTraeger}
          options={codeOptions(kreis.codeliste.lebensbereich, sprache, [value('lebensbereich')])}
        />
      </search>
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={8} />}
      {list.data && rows.length === 0 && (
        <EmptyState icon="kontakt" title={t.sonstigeLeer}>
          {t.sonstigeLeerText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <Table
            caption={t.sonstigeTitel}
            rows={rows}
            rowKey={(row) => row.id}
            outdated={list.outdated}
            columns={[
              {
                id: 'am',
                header: t.am,
                rowHeader: true,
                cell: (row) => <span className="figure">{formatDay(row.am)}</span>,
              },
              { id: 'traeger', header: t.traeger, cell: (row) => nameOf(kreis.traeger, row.traegerId) },
              {
                id: 'kommune',
                header: t.kommune,
                wideOnly: true,
                cell: (row) => nameOf(kreis.kommune, row.kommuneId),
              },
              {
                id: 'zugang',
                header: t.zugang,
                cell: (row) => codeName(kreis.codeliste.zugang, row.zugang, sprache),
              },
              {
                id: 'lebensbereich',
                header: t.lebensbereich,
                cell: (row) =>
                  row.lebensbereich
                    .map((code) => codeName(kreis.codeliste.lebensbereich, code, sprache))
                    .join(', ') || '–',
              },
              {
                id: 'ergebnis',
                header: t.ergebnis,
                wideOnly: true,
                cell: (row) => codeName(kreis.codeliste.ergebnis, row.ergebnis, sprache),
              },
            ]}
          />
          <LoadMore
            shown={rows.length}
            total={Math.min(list.data?.gesamt ?? 0, MOST)}
            step={STEP}
            pending={list.outdated}
            onMore={() => setAnzahl(Math.min(MOST, anzahl + STEP))}
          />
        </>
      )}
    </Page>
  );
}
