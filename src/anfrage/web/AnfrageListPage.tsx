import { useSearchParams } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatNumber } from '#src/platform/web/format.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { ButtonLink } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { EmptyState, ErrorState, LoadMore, Loading } from '#src/ui/web/States.tsx';
import { Tabs } from '#src/ui/web/Tabs.tsx';
import { useState, type ReactNode } from 'react';
import { anfrageStand, type AnfrageStand, type AnfrageZeile } from '../anfrage.ts';
import { anfrageContract } from '../contract.ts';
import { AnfrageTable } from './AnfrageTable.tsx';
import * as texts from './texts.ts';

const STEP = 100;
const MOST = 500;
const werWerte = ['alle', 'meine', 'frei'] as const;

/** Everybody who knocked, by deadline: open, in counselling, waiting, closed. */
export function AnfrageListPage(props: {
  kreis: KreisStamm;
  can: (ability: string) => boolean;
  /** Who waits at a Träger, or at all of them ('') for those who may see the waiting list. */
  warteliste?: (traegerId: string) => ReactNode;
}) {
  const { kreis, can, warteliste } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [params, setParams] = useSearchParams();
  const [anzahl, setAnzahl] = useState(STEP);
  const stand = anfrageStand.safeParse(params.get('stand')).data ?? 'offen';
  const wer = werWerte.find((each) => each === params.get('wer')) ?? 'alle';
  const traeger = params.get('traeger') ?? '';
  const works = can('anfrage.bearbeiten');
  const list = useQuery(
    anfrageContract.listAnfrage,
    {
      params: { kreisId: kreis.id },
      query: { stand, wer, anzahl, ...(traeger === '' ? {} : { traeger }) },
    },
    { keep: true },
  );
  function change(name: string, value: string, normal: string) {
    setParams(
      (before) => {
        const changed = new URLSearchParams(before);
        if (value === normal) changed.delete(name);
        else changed.set(name, value);
        return changed;
      },
      { replace: true },
    );
  }
  const overdue = list.data?.ueberfaellig ?? 0;
  return (
    <Page
      title={t.anfragen}
      lead={<p>{t.listeLead}</p>}
      actions={
        works && (
          <ButtonLink href={`/k/${kreis.id}/anfrage/neu`} kind="primary" icon="plus">
            {t.neu}
          </ButtonLink>
        )
      }
    >
      {overdue > 0 && <Notice tone="warning">{t.ueberfaellig(formatNumber(sprache, overdue))}</Notice>}
      <search className="stack">
        {works && (
          <ChoiceGroup
            name="wer"
            label={t.wer}
            hideLabel
            quietOptional
            value={wer}
            onChange={(value) => change('wer', value, 'alle')}
            options={werWerte.map((value) => ({ value, label: t.werWert[value] }))}
          />
        )}
        {(!works || traeger !== '') && (
          <SelectField
            name="traeger"
            label={t.traeger}
            quietOptional
            empty={t.alleTraeger}
            value={traeger}
            onChange={(value) => change('traeger', value, '')}
            options={nameOptions(kreis.traeger)}
          />
        )}
      </search>
      <Tabs
        label={t.staende}
        value={stand}
        onChange={(value) => change('stand', value, 'offen')}
        tabs={anfrageStand.options.map((each) => ({
          id: each,
          label: t.stand[each],
          count: list.data?.zahl[each],
          content: () =>
            each === 'warteliste' && wer === 'alle' && warteliste ? (
              warteliste(traeger)
            ) : (
              <>
                {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
                {list.loading && <Loading rows={8} />}
                {list.data && (
                  <Rows
                    kreis={kreis}
                    stand={each}
                    works={works}
                    rows={list.data.anfrage}
                    outdated={list.outdated}
                  />
                )}
                {list.data && list.data.anfrage.length > 0 && (
                  <LoadMore
                    shown={list.data.anfrage.length}
                    total={Math.min(list.data.zahl[each], MOST)}
                    step={STEP}
                    pending={list.outdated}
                    onMore={() => setAnzahl(Math.min(MOST, anzahl + STEP))}
                  />
                )}
              </>
            ),
        }))}
      />
    </Page>
  );
}

function Rows(props: {
  kreis: KreisStamm;
  stand: AnfrageStand;
  works: boolean;
  rows: readonly AnfrageZeile[];
  outdated: boolean;
}) {
  const t = useTexts(texts);
  const { kreis, stand, works, rows, outdated } = props;
  if (rows.length > 0) return <AnfrageTable kreis={kreis} stand={stand} rows={rows} outdated={outdated} />;
  return (
    <EmptyState
      icon="check"
      title={t.leer[stand]}
      action={
        works && stand === 'offen' && <ButtonLink href={`/k/${kreis.id}/anfrage/neu`}>{t.neu}</ButtonLink>
      }
    >
      {works ? t.leerText : t.leerLesen}
    </EmptyState>
  );
}
