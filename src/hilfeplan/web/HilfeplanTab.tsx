import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { hilfeplanContract, type ZielZeile } from '../contract.ts';
import { isOffenesZiel } from '../rules.ts';
import { diffPlan, isEmptyDiff } from '../diff.ts';
import './hilfeplan.css';
import { PlanSummary } from './PlanSummary.tsx';
import { PrintLinks } from './PrintLinks.tsx';
import { RemoveZielDialog } from './RemoveZielDialog.tsx';
import { StandDialog, type StandGegenstand } from './StandDialog.tsx';
import * as texts from './texts.ts';
import { VersionList } from './VersionList.tsx';
import { ZielCard } from './ZielCard.tsx';
import { ZielDialog } from './ZielDialog.tsx';

export interface HilfeplanTabProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly personId: string;
}

type Open =
  | { readonly art: 'ziel'; readonly ziel: ZielZeile | undefined }
  | { readonly art: 'entfernen'; readonly ziel: ZielZeile }
  | { readonly art: 'stand'; readonly gegenstand: StandGegenstand };

/** The plan of a case: goals by priority with their steps, what was signed of it, and what has changed since. */
export function HilfeplanTab({ kreis, fallId, personId }: HilfeplanTabProps) {
  const t = useTexts(texts);
  const [search] = useSearchParams();
  // A need of the assessment leads here with its area: the goal is written at once.
  const bereich = search.get('lebensbereich') ?? '';
  const [open, setOpen] = useState<Open | undefined>(
    bereich === '' ? undefined : { art: 'ziel', ziel: undefined },
  );
  const { data, error, refetch } = useQuery(hilfeplanContract.getHilfeplan, {
    params: { kreisId: kreis.id, fallId },
  });
  if (error) return <ErrorState problem={error} onRetry={refetch} />;
  if (!data) return <Loading rows={6} />;
  const darf = data.abilities.changeHilfeplan;
  const { unterschrieben, ziel } = data;
  const offeneZuerst = ziel.toSorted((a, b) => Number(isOffenesZiel(b)) - Number(isOffenesZiel(a)));
  // Once it is signed as it stands, signing is not what comes next.
  const toSign =
    unterschrieben === null || !isEmptyDiff(diffPlan(unterschrieben, { ziel, zustimmung: null }));
  const gilt = data.version.find(({ stand }) => stand === 'unterschrieben');
  const add = (kind: 'primary' | 'secondary') => (
    <Button kind={kind} icon="plus" onClick={() => setOpen({ art: 'ziel', ziel: undefined })}>
      {t.zielNeu}
    </Button>
  );
  const close = () => setOpen(undefined);
  return (
    <div className="stack">
      {data.abgeschlossen && <Notice title={t.abgeschlossen} />}
      {data.ziel.length === 0 ? (
        <EmptyState icon="check" title={t.leerTitel} action={darf && add('primary')}>
          {t.leerText}
        </EmptyState>
      ) : (
        <>
          <div className="row">
            {data.abilities.signHilfeplan && (
              <ButtonLink
                kind={toSign ? 'primary' : 'secondary'}
                icon="edit"
                href={`/k/${kreis.id}/fall/${fallId}/hilfeplan/unterschrift`}
              >
                {t.unterschreiben}
              </ButtonLink>
            )}
            {darf && add('secondary')}
            <PrintLinks
              kreisId={kreis.id}
              fallId={fallId}
              label={t.druckenPlan}
              sprachen={data.sprachen}
              {...(toSign || gilt === undefined ? {} : { nummer: gilt.nummer })}
            />
          </div>
          <PlanSummary kreis={kreis} plan={data} />
          <ul className="plan-goals" aria-label={t.ziele}>
            {offeneZuerst.map((ziel) => (
              <li key={ziel.id}>
                <ZielCard
                  kreis={kreis}
                  fallId={fallId}
                  ziel={ziel}
                  darf={darf}
                  onChange={() => setOpen({ art: 'ziel', ziel })}
                  onRemove={() => setOpen({ art: 'entfernen', ziel })}
                  onStand={(gegenstand) => setOpen({ art: 'stand', gegenstand })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {data.version.length > 0 && (
        <VersionList
          kreis={kreis}
          fallId={fallId}
          personId={personId}
          version={data.version}
          sprachen={data.sprachen}
        />
      )}
      {open?.art === 'ziel' && (
        <ZielDialog kreis={kreis} fallId={fallId} ziel={open.ziel} lebensbereich={bereich} onClose={close} />
      )}
      {open?.art === 'entfernen' && (
        <RemoveZielDialog kreisId={kreis.id} fallId={fallId} ziel={open.ziel} onClose={close} />
      )}
      {open?.art === 'stand' && (
        <StandDialog kreisId={kreis.id} fallId={fallId} gegenstand={open.gegenstand} onClose={close} />
      )}
    </div>
  );
}
