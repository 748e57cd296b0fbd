import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Badge } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { AnfrageDetail } from '../anfrage.ts';
import { anfrageContract } from '../contract.ts';
import { AngabenCard, HinweisCard } from './AngabenCard.tsx';
import { Frist } from './AnfrageTable.tsx';
import { AnfrageWeg, NextSchrittCard } from './AnfrageWeg.tsx';
import { ChangeAngabenDialog } from './ChangeAngabenDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { KontaktCard } from './KontaktCard.tsx';
import { PassDialog } from './PassDialog.tsx';
import * as texts from './texts.ts';
import { TiefeCard } from './TiefeCard.tsx';
import { UmwandlungDialog } from './UmwandlungDialog.tsx';

export interface AnfragePageProps {
  readonly kreis: KreisStamm;
  readonly anfrageId: string;
  /** Appointments of the Anfrage, for those who work on it; `open`: it has not ended. */
  readonly termine?: (open: boolean, sprache: string | null) => ReactNode;
}

export type AnfrageDialog =
  | { readonly art: 'abschluss'; readonly stelleId?: string }
  | { readonly art: 'weiterleiten' }
  | { readonly art: 'aendern' }
  | { readonly art: 'umwandlung' };

/** One Anfrage: from whom, until when, the path with its next step, talks and depth. No name stands here. */
export function AnfragePage({ kreis, anfrageId, termine }: AnfragePageProps) {
  const t = useTexts(texts);
  const [dialog, setDialog] = useState<AnfrageDialog>();
  const { data, error, refetch } = useQuery(anfrageContract.getAnfrage, {
    params: { kreisId: kreis.id, anfrageId },
  });
  const crumbs = [{ label: t.anfragen, href: `/k/${kreis.id}/anfrage` }];
  if (error) {
    return (
      <Page title={t.titel('')} crumbs={crumbs}>
        <ErrorState problem={error} onRetry={refetch} />
      </Page>
    );
  }
  if (!data) {
    return (
      <div className="page">
        <Loading rows={8} />
      </div>
    );
  }
  const close = () => setDialog(undefined);
  const works = data.abilities.changeAnfrage && data.stand !== 'abgeschlossen';
  return (
    <Page
      title={t.titel(data.nummer)}
      lead={<Lead kreis={kreis} anfrage={data} />}
      crumbs={crumbs}
      actions={works && <Actions onOpen={setDialog} />}
    >
      <div className="split">
        <div className="stack">
          <AnfrageWeg anfrage={data} />
          {data.abilities.changeAnfrage && <NextSchritt kreis={kreis} anfrage={data} onOpen={setDialog} />}
          {data.zustaendigeStelle.length > 0 && (
            <HinweisCard
              kreis={kreis}
              anfrage={data}
              {...(works
                ? { onVerweis: (stelleId: string) => setDialog({ art: 'abschluss', stelleId }) }
                : {})}
            />
          )}
          <KontaktCard
            kreis={kreis}
            anfrage={data}
            works={works}
            onAsk={() => setDialog({ art: 'umwandlung' })}
          />
        </div>
        <div className="stack">
          {data.abilities.changeAnfrage && termine?.(works, data.sprache)}
          <AngabenCard
            kreis={kreis}
            anfrage={data}
            {...(works ? { onChange: () => setDialog({ art: 'aendern' }) } : {})}
          />
          <TiefeCard kreis={kreis} anfrage={data} works={works} />
        </div>
      </div>
      {dialog?.art === 'abschluss' && (
        <CloseDialog kreis={kreis} anfrage={data} stelleId={dialog.stelleId} onClose={close} />
      )}
      {dialog?.art === 'aendern' && <ChangeAngabenDialog kreis={kreis} anfrage={data} onClose={close} />}
      {dialog?.art === 'weiterleiten' && <PassDialog kreis={kreis} anfrage={data} onClose={close} />}
      {dialog?.art === 'umwandlung' && <UmwandlungDialog kreis={kreis} anfrage={data} onClose={close} />}
    </Page>
  );
}

function Lead({ kreis, anfrage }: { kreis: KreisStamm; anfrage: AnfrageDetail }) {
  const t = useTexts(texts);
  return (
    <div className="row">
      <Badge tone={anfrage.stand === 'abgeschlossen' ? 'neutral' : 'info'}>
        {anfrage.ausgang === null ? t.stand[anfrage.stand] : t.ausgang[anfrage.ausgang]}
      </Badge>
      {anfrage.stand !== 'abgeschlossen' && (
        <>
          <span>{t.frist}</span>
          <Frist anfrage={anfrage} />
          <span aria-hidden="true">·</span>
        </>
      )}
      <span>
        {t.eingegangen} <span className="figure">{formatDay(anfrage.eingegangenAm)}</span>
      </span>
      <span aria-hidden="true">·</span>
      <span>{nameOf(kreis.traeger, anfrage.traegerId)}</span>
    </div>
  );
}

function Actions({ onOpen }: { onOpen: (dialog: AnfrageDialog) => void }) {
  const t = useTexts(texts);
  return (
    <>
      <Button onClick={() => onOpen({ art: 'abschluss' })}>{t.abschliessen}</Button>
      <Button icon="uebergabe" onClick={() => onOpen({ art: 'weiterleiten' })}>
        {t.weiterleiten}
      </Button>
    </>
  );
}

/** The next step with the writes that need no form. */
function NextSchritt(props: {
  kreis: KreisStamm;
  anfrage: AnfrageDetail;
  onOpen: (dialog: AnfrageDialog) => void;
}) {
  const { kreis, anfrage, onOpen } = props;
  const t = useTexts(texts);
  const toast = useToast();
  const [, navigate] = useLocation();
  const params = { kreisId: kreis.id, anfrageId: anfrage.id };
  const take = useAction(
    (key) => call(anfrageContract.takeAnfrage, { params, body: { fassung: anfrage.fassung } }, { key }),
    () => toast(t.angenommen),
  );
  const repeat = useAction(
    (key) => call(anfrageContract.repeatAnfrage, { params }, { key }),
    ({ anfrageId, nummer }) => {
      toast(t.gespeichert(nummer));
      navigate(`/k/${kreis.id}/anfrage/${anfrageId}`);
    },
  );
  const problem = take.problem ?? repeat.problem;
  return (
    <>
      {problem && <ErrorState problem={problem} codes={t.code} />}
      <NextSchrittCard
        kreisId={kreis.id}
        anfrage={anfrage}
        pending={take.pending || repeat.pending}
        onTake={take.run}
        onRepeat={repeat.run}
        onClose={() => onOpen({ art: 'abschluss' })}
        onAsk={() => onOpen({ art: 'umwandlung' })}
      />
    </>
  );
}
