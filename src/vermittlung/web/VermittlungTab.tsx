import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { BeobachtungButton } from '#src/beobachtung/web/BeobachtungButton.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { codeName } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Card } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { vermittlungContract } from '../contract.ts';
import { AddVermittlungDialog } from './AddVermittlungDialog.tsx';
import { AddVerweisDialog, type VerweisStart } from './AddVerweisDialog.tsx';
import { SchreibenDialog } from './SchreibenDialog.tsx';
import { VermittlungRow } from './VermittlungRow.tsx';
import * as texts from './texts.ts';
import './vermittlung.css';

export interface VermittlungTabProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly personId: string;
}

/** Referrals of a case by area of life: what was asked of whom, what came back, and what comes next. */
export function VermittlungTab({ kreis, fallId }: VermittlungTabProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const [search] = useSearchParams();
  // A goal of the plan leads here with its area: the referral is written at once.
  const bereich = search.get('lebensbereich') ?? '';
  const zielId = search.get('ziel');
  const [adding, setAdding] = useState<'vermittlung' | 'verweis' | undefined>(
    bereich === '' ? undefined : 'vermittlung',
  );
  // What was chosen for a referral goes over into the pointer.
  const [verweis, setVerweis] = useState<VerweisStart>();
  const [shown, setShown] = useState<string>();
  const { data, error, refetch } = useQuery(vermittlungContract.listVermittlung, {
    params: { kreisId: kreis.id, fallId },
  });
  if (error) return <ErrorState problem={error} onRetry={refetch} />;
  if (!data) return <Loading rows={6} />;
  const offen = data.abilities.write;
  // Those with something open come first, as the list does.
  const bereiche = [...new Set(data.vermittlung.map((each) => each.lebensbereich))];
  const letter = data.vermittlung.find((each) => each.id === shown && each.schreiben !== null);
  const props = { kreis, fallId, lebensbereich: bereich, zielId, kommuneId: data.kommuneId };
  return (
    <div className="stack">
      {data.abgeschlossen && <Notice>{t.abgeschlossen}</Notice>}
      {offen && (
        <div className="row row-between">
          <div className="row">
            <Button kind="primary" icon="plus" onClick={() => setAdding('vermittlung')}>
              {t.vermitteln}
            </Button>
            <Button
              onClick={() => {
                setVerweis(undefined);
                setAdding('verweis');
              }}
            >
              {t.verweisNotieren}
            </Button>
          </div>
          <div className="row">
            <BeobachtungButton kreis={kreis} fallId={fallId} kommuneId={data.kommuneId} />
          </div>
        </div>
      )}
      {data.vermittlung.length === 0 && (
        <EmptyState icon="link" title={t.leerTitel}>
          {t.leerText}
        </EmptyState>
      )}
      {bereiche.map((code) => (
        <Card key={code} title={codeName(kreis.codeliste.lebensbereich, code, sprache)}>
          <ul className="vermittlung-list">
            {data.vermittlung
              .filter((each) => each.lebensbereich === code)
              .map((each) => (
                <li key={each.id}>
                  <VermittlungRow
                    kreis={kreis}
                    fallId={fallId}
                    kommuneId={data.kommuneId}
                    vermittlung={each}
                    darf={offen}
                    onSchreiben={() => setShown(each.id)}
                  />
                </li>
              ))}
          </ul>
        </Card>
      ))}
      {adding === 'vermittlung' && (
        <AddVermittlungDialog
          {...props}
          partnerkonto={data.partnerkonto}
          onVerweis={(start) => {
            setVerweis(start);
            setAdding('verweis');
          }}
          onClose={(vermittlungId) => {
            setAdding(undefined);
            setShown(vermittlungId);
          }}
        />
      )}
      {adding === 'verweis' && (
        <AddVerweisDialog {...props} {...verweis} onClose={() => setAdding(undefined)} />
      )}
      {letter && (
        <SchreibenDialog kreisId={kreis.id} vermittlung={letter} onClose={() => setShown(undefined)} />
      )}
    </div>
  );
}
