import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatNumber } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { ButtonLink } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, LoadMore, Loading } from '#src/ui/web/States.tsx';
import { angebotContract } from '../contract.ts';
import { pruefMonate } from '../rules.ts';
import { AngebotFilterBar } from './AngebotFilterBar.tsx';
import { AngebotTable } from './AngebotTable.tsx';
import { AngebotViews } from './AngebotViews.tsx';
import { isNarrowed, readAngebotFilter } from './angebot-filter.ts';
import { AustauschMenu } from './AustauschMenu.tsx';
import { KarteView } from './KarteView.tsx';
import { NetzLinks } from './NetzLinks.tsx';
import * as texts from './texts.ts';

const STEP = 100;
const MOST = 500;

/** The directory of the social space as list or map; the address holds the filter, so that others can link here. */
export function AngebotPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [params, setParams] = useSearchParams();
  const [anzahl, setAnzahl] = useState(STEP);
  const filter = readAngebotFilter(params);
  const karte = params.get('ansicht') === 'karte';
  const list = useQuery(
    angebotContract.listAngebot,
    {
      params: { kreisId: kreis.id },
      query: { ...filter, anzahl, ...(karte ? { karte: 'ja' as const } : {}) },
    },
    { keep: true },
  );
  const { data } = list;

  function change(changes: Readonly<Record<string, string | undefined>>) {
    setAnzahl(STEP);
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  }

  const rows = data?.angebot ?? [];
  const gesamt = data?.gesamt ?? 0;
  const count = data ? t.anzahl(formatNumber(sprache, gesamt)) : ' ';
  const checking = filter.pruefen !== undefined;
  return (
    <Page
      title={t.titel}
      lead={
        <>
          <p className="prose">{t.lead}</p>
          <NetzLinks kreisId={kreis.id} />
        </>
      }
      actions={
        data && (
          <>
            <AustauschMenu kreisId={kreis.id} filter={filter} mayImport={data.abilities.changeAngebot} />
            {data.abilities.changeAngebot && (
              <ButtonLink kind="primary" icon="plus" href={`/k/${kreis.id}/angebot/neu`}>
                {t.neu}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      <AngebotViews params={params} bestand={data?.bestand} onChange={change} />
      {checking && <p className="prose muted">{t.pruefText(pruefMonate)}</p>}
      {filter.zielgruppe === 'arbeitgeber' && <p className="prose muted">{t.arbeitgeberText}</p>}
      <AngebotFilterBar kreis={kreis} filter={filter} karte={karte} onChange={change} count={count} />
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={10} />}
      {data && rows.length === 0 && (
        <Nothing checking={checking} empty={data.bestand.gesamt === 0 && !isNarrowed(filter)} />
      )}
      {data?.karte && rows.length > 0 && karte && (
        <KarteView
          kreis={kreis}
          antwort={data.karte}
          count={count}
          kommune={filter.kommune}
          outdated={list.outdated}
        />
      )}
      {rows.length > 0 && !karte && (
        <>
          <AngebotTable
            kreis={kreis}
            rows={rows}
            outdated={list.outdated}
            checking={checking && (data?.abilities.changeAngebot ?? false)}
          />
          {gesamt > rows.length && anzahl >= MOST ? (
            <p className="more muted">{t.mehrAls(MOST)}</p>
          ) : (
            <LoadMore
              shown={rows.length}
              total={gesamt}
              step={STEP}
              pending={list.outdated}
              onMore={() => setAnzahl(Math.min(MOST, anzahl + STEP))}
            />
          )}
        </>
      )}
    </Page>
  );
}

function Nothing({ checking, empty }: { checking: boolean; empty: boolean }) {
  const t = useTexts(texts);
  if (empty && !checking)
    return (
      <EmptyState icon="link" title={t.leerTitel}>
        {t.leerText}
      </EmptyState>
    );
  return (
    <EmptyState icon={checking ? 'success' : 'search'} title={checking ? t.pruefLeer : t.keineTreffer}>
      {checking ? t.pruefLeerText : t.keineTrefferText}
    </EmptyState>
  );
}
