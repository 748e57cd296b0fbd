import { useState, type ReactNode } from 'react';
import type { BegleitungAntwort } from '#src/begleitung/contract.ts';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { ButtonLink } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { einwilligungContract } from '../contract.ts';
import { EinwilligungForm, type EinwilligungFormProps } from './EinwilligungForm.tsx';
import * as texts from './texts.ts';

export interface EinwilligungPageProps {
  readonly kreis: KreisStamm;
  readonly anfrageId: string;
  /** Similar records of a Träger; another concept. */
  readonly hinweis: (
    traegerId: string,
    name: Parameters<NonNullable<EinwilligungFormProps['hinweis']>>[0],
  ) => ReactNode;
  /** Consents and releases of a person who has signed. */
  readonly register: (personId: string) => ReactNode;
}

interface Result {
  readonly begleitung: BegleitungAntwort;
  readonly scanProblem: string | undefined;
}

/** From the Anfrage without a name to the named record: name, text, signature; afterwards what was signed. */
export function EinwilligungPage({ kreis, anfrageId, hinweis, register }: EinwilligungPageProps) {
  const t = useTexts(texts);
  const [result, setResult] = useState<Result>();
  const params = { kreisId: kreis.id, anfrageId };
  const { data, error, refetch } = useQuery(einwilligungContract.getEinwilligungStand, { params });
  const back = {
    label: data ? t.anfrage(data.nummer) : t.anfragen,
    href: `/k/${kreis.id}/anfrage/${anfrageId}`,
  };
  const crumbs = [{ label: t.anfragen, href: `/k/${kreis.id}/anfrage` }, back];
  return (
    <Page
      title={t.titel}
      windowTitle={data ? `${t.titel} ${data.nummer}` : t.titel}
      lead={data?.personId === null ? <p>{t.lead}</p> : undefined}
      crumbs={crumbs}
    >
      {error && <ErrorState problem={error} onRetry={refetch} />}
      {!data && !error && <Loading rows={6} />}
      {result && <Given result={result} weiter={back.href} />}
      {data?.abgeschlossen === true && data.personId === null && <Notice title={t.abgeschlossen} />}
      {data && !data.abgeschlossen && data.personId === null && (
        <EinwilligungForm
          kreis={kreis}
          traegerId={data.traegerId}
          fuer={{ anfrageId }}
          sprache={data.sprache ?? 'deu'}
          hinweis={(name) => hinweis(data.traegerId, name)}
          onGiven={({ begleitung }, scanProblem) => {
            setResult({ begleitung, scanProblem });
            scrollTo(0, 0);
          }}
        />
      )}
      {data && data.personId !== null && register(data.personId)}
    </Page>
  );
}

/** What came of it: saved, perhaps already in care elsewhere, perhaps the scan is still missing. */
function Given({ result, weiter }: { result: Result; weiter: string }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  return (
    <div className="stack">
      <Notice tone="success" title={t.gespeichert} alert>
        <p>
          <ButtonLink small href={weiter}>
            {t.zurAnfrage}
          </ButtonLink>
        </p>
      </Notice>
      {result.begleitung === 'moeglich' && (
        <Notice tone="warning" title={t.begleitungTitel} alert>
          <p>{t.begleitungText}</p>
        </Notice>
      )}
      {result.begleitung === 'nur_koordination' && (
        <Notice title={t.nurKoordinationTitel} alert>
          <p>{t.nurKoordinationText}</p>
        </Notice>
      )}
      {result.scanProblem !== undefined && (
        <Notice tone="warning" title={t.scanFehlt} alert>
          <p>{describeCode(sprache, result.scanProblem, t.code)}</p>
        </Notice>
      )}
    </div>
  );
}
