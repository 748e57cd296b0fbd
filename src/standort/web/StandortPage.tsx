import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import type { Answer } from '#src/platform/contract.ts';
import { today } from '#src/platform/day.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card, Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { standortContract, type Standort } from '../contract.ts';
import { AnteilDialog } from './AnteilDialog.tsx';
import { KontaktblattCard } from './KontaktblattCard.tsx';
import { StandortDialog } from './StandortDialog.tsx';
import { StandortItem } from './StandortItem.tsx';
import * as texts from './texts.ts';

type Anteile = Answer<typeof standortContract.listStandort>['stundenanteil'];

/** Places of counselling by Träger, with what is published and what they lack. */
export function StandortPage({ kreis }: { kreis: KreisStamm }) {
  const t = useTexts(texts);
  const [changing, setChanging] = useState<Standort>();
  const [distributing, setDistributing] = useState<string>();
  const list = useQuery(standortContract.listStandort, { params: { kreisId: kreis.id } });
  const all = list.data?.standort ?? [];
  // What one keeps oneself comes first.
  const sorted = all.toSorted((one, other) => Number(other.changeable) - Number(one.changeable));
  const traegerIds = [...new Set(sorted.map((each) => each.traegerId))];
  return (
    <Page
      title={t.titel}
      lead={
        <p className="prose">
          {t.lead} {t.regeln}
        </p>
      }
    >
      {list.error && <ErrorState problem={list.error} onRetry={list.refetch} />}
      {list.loading && <Loading rows={8} />}
      {list.data && all.length === 0 && (
        <EmptyState icon="konto" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {list.data && (
        <div className="split">
          <div className="stack">
            {traegerIds.map((traegerId) => {
              const eigene = all.filter((each) => each.traegerId === traegerId);
              return (
                <Card
                  key={traegerId}
                  title={nameOf(kreis.traeger, traegerId)}
                  actions={
                    list.data?.abilities.setStundenanteil && (
                      <Button small kind="quiet" onClick={() => setDistributing(traegerId)}>
                        {t.anteilSetzen}
                        <span className="sr-only"> {nameOf(kreis.traeger, traegerId)}</span>
                      </Button>
                    )
                  }
                >
                  <ul className="rules">
                    {eigene.map((each) => (
                      <StandortItem
                        key={each.id}
                        kreis={kreis}
                        standort={each}
                        anteile={sharesOf(list.data?.stundenanteil ?? [], each.id)}
                        {...(each.changeable ? { onChange: () => setChanging(each) } : {})}
                      />
                    ))}
                  </ul>
                </Card>
              );
            })}
          </div>
          <KontaktblattCard kreisId={kreis.id} />
        </div>
      )}
      {changing && (
        <StandortDialog kreisId={kreis.id} standort={changing} onClose={() => setChanging(undefined)} />
      )}
      {distributing !== undefined && (
        <AnteilDialog
          kreis={kreis}
          traegerId={distributing}
          standorte={all.filter((each) => each.traegerId === distributing)}
          prozentOf={(id) => sharesOf(list.data?.stundenanteil ?? [], id).at(-1)?.prozent ?? 0}
          onClose={() => setDistributing(undefined)}
        />
      )}
    </Page>
  );
}

/** The share of a place that holds today and those planned after it. */
function sharesOf(anteile: Anteile, standortId: string): { prozent: number; ab: string }[] {
  const heute = today();
  return anteile
    .filter((fassung) => fassung.gueltigBis === null || fassung.gueltigBis > heute)
    .flatMap((fassung) => {
      const eigener = fassung.anteil.find((each) => each.standortId === standortId);
      return eigener ? [{ prozent: eigener.prozent, ab: fassung.gueltigAb }] : [];
    });
}
