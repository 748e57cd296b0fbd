import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatNumber } from '#src/platform/web/format.ts';
import { recallLabel, rememberLabel } from '#src/platform/web/labels.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, LoadMore, Loading } from '#src/ui/web/States.tsx';
import { fallContract } from '../contract.ts';
import { AnsichtBar } from './AnsichtBar.tsx';
import { FallFilterBar } from './FallFilterBar.tsx';
import { FallTable } from './FallTable.tsx';
import { readFilter } from './fall-filter.ts';
import * as texts from './texts.ts';

const STEP = 100;
const MOST = 500;

export interface FallListPageProps {
  readonly kreis: KreisStamm;
  readonly can: (ability: string) => boolean;
}

/** All cases that the account may see; the address holds filter and order, so figures can link here. */
export function FallListPage({ kreis, can }: FallListPageProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [, navigate] = useLocation();
  const [params, setParams] = useSearchParams();
  const [anzahl, setAnzahl] = useState(STEP);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Words that may be a name stay in the memory of the page: never in an address, a history or a saved view.
  const place = `fall.suche ${kreis.id}`;
  const [suche, setSuche] = useState(() => recallLabel(place) ?? '');
  const filter = readFilter(params);
  const list = useQuery(
    fallContract.searchFall,
    { params: { kreisId: kreis.id }, body: { ...filter, ...(suche === '' ? {} : { suche }), anzahl } },
    { keep: true },
  );
  useFocusedSearch();

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

  function search(words: string) {
    setAnzahl(STEP);
    setSuche(words);
    rememberLabel(place, words);
  }

  const rows = list.data?.fall ?? [];
  const total = list.data?.gesamt ?? 0;
  const filtered = suche !== '' || [...params.keys()].some((name) => name !== 'sortierung');
  const named = rows.some((row) => row.person !== null);
  const count = formatNumber(sprache, total);

  return (
    <Page
      title={t.faelle}
      lead={
        <output>
          {list.data ? (filtered ? t.anzahlSuche(count) : t.anzahl(count)) : ' '}
          {rows.length > 0 && !named && ` · ${t.pseudonym}`}
        </output>
      }
      actions={
        can('fall.aufnehmen') && (
          <ButtonLink href={`/k/${kreis.id}/fall/neu`} icon="plus">
            {t.aufnehmen}
          </ButtonLink>
        )
      }
    >
      <AnsichtBar
        kreisId={kreis.id}
        params={params}
        onShow={(view) => setParams(new URLSearchParams(view))}
      />
      <FallFilterBar
        kreis={kreis}
        filter={filter}
        suche={suche}
        own={can('beratungskontakt.erfassen')}
        onSearch={search}
        onChange={change}
        onClear={() => {
          search('');
          setParams(new URLSearchParams());
        }}
      />
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={10} />}
      {list.data && rows.length === 0 && (
        <EmptyState icon={filtered ? 'search' : 'fall'} title={filtered ? t.nichtsTitel : t.keineTitel}>
          {filtered ? t.nichtsText : t.keineText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <FallTable
            kreis={kreis}
            rows={rows}
            named={named}
            outdated={list.outdated}
            sort={{
              by: filter.sortierung,
              descending: filter.sortierung === 'kontakt' || filter.sortierung === 'aufnahme',
              onSort: (by) => change({ sortierung: by }),
            }}
            {...(can('uebergabe.ausfuehren') ? { selection: { chosen, onChange: setChosen } } : {})}
          />
          {total > rows.length && anzahl >= MOST ? (
            <p className="more muted">{t.mehrAls(MOST)}</p>
          ) : (
            <LoadMore
              shown={rows.length}
              total={total}
              step={STEP}
              pending={list.outdated}
              onMore={() => setAnzahl(Math.min(MOST, anzahl + STEP))}
            />
          )}
        </>
      )}
      {chosen.size > 0 && (
        <div className="selection-bar">
          <output>{t.gewaehlt(chosen.size)}</output>
          <div className="row">
            <Button kind="quiet" onClick={() => setChosen(new Set())}>
              {t.auswahlWeg}
            </Button>
            <Button
              kind="primary"
              icon="uebergabe"
              onClick={() => navigate(`/k/${kreis.id}/uebergabe`, { state: { fallIds: [...chosen] } })}
            >
              {t.uebergeben}
            </Button>
          </div>
        </div>
      )}
    </Page>
  );
}

/** The key `/` on another page leads here and into the search field. */
function useFocusedSearch(): void {
  const state: unknown = useHistoryState();
  const asked = useRef(typeof state === 'object' && state !== null && 'suchen' in state);
  useEffect(() => {
    if (asked.current) document.querySelector<HTMLElement>('[data-search] input')?.focus();
    asked.current = false;
  }, []);
}
