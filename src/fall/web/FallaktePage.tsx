import { useEffect, useState, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay } from '#src/platform/day.ts';
import { rememberLabel } from '#src/platform/web/labels.ts';
import { nameOf } from '#src/platform/web/names.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink } from '#src/ui/web/Button.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { Tabs } from '#src/ui/web/Tabs.tsx';
import { fallContract, type FallAkte } from '../contract.ts';
import { AbschlussDialog } from './AbschlussDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { ChangeFallDialog } from './ChangeFallDialog.tsx';
import { fallLabel } from './FallTable.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { StatusDialog } from './StatusDialog.tsx';
import * as texts from './texts.ts';
import { Ueberblick } from './Ueberblick.tsx';
import { Verlauf } from './Verlauf.tsx';

export interface FallaktePageProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  /** Tells the frame which case is at hand, so that a new contact knows it. */
  readonly onSubject: (fall: { fallId: string; label: string } | undefined) => void;
  readonly onRecordKontakt: () => void;
  /** Tabs of other concepts between the overview and the history; only for those who know the person. */
  readonly reiter: readonly AkteReiter[];
  readonly recentKontakte: ReactNode;
  /** Cards of other concepts below the facts of the overview. */
  readonly weitere: (fall: FallAkte) => ReactNode;
  /** What other concepts say about the case before everything else. */
  readonly hinweise: ReactNode;
  /** Finds words in the file; only for those who see the name. */
  readonly suche: ReactNode;
}

/** A tab of the case file: `id` is its place in the address (`?teil=`). */
export interface AkteReiter {
  readonly id: string;
  readonly label: string;
  /** Shown also to those who see the case by its number only. */
  readonly ohneName?: boolean;
  readonly content: (fall: FallAkte, personId: string) => ReactNode;
}

export type AkteDialog = 'aendern' | 'zuweisen' | 'aktiv' | 'ruhend' | 'abgeschlossen';

/** One case: who, how it stands, what comes next, contacts and history. */
export function FallaktePage(props: FallaktePageProps) {
  const { kreis, fallId, onSubject, onRecordKontakt, reiter, hinweise } = props;
  const t = useTexts(texts);
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<AkteDialog>();
  const {
    data: fall,
    error,
    refetch,
  } = useQuery(fallContract.getFall, { params: { kreisId: kreis.id, fallId } });

  const label = fall ? fallLabel(fall) : undefined;
  useEffect(() => {
    onSubject(label === undefined ? undefined : { fallId, label });
    if (label !== undefined) rememberLabel(fallId, label);
    return () => onSubject(undefined);
  }, [fallId, label, onSubject]);

  const crumbs = [{ label: t.faelle, href: `/k/${kreis.id}/fall` }];
  if (error) {
    return (
      <Page title={t.fall('')} crumbs={crumbs}>
        <ErrorState problem={error} onRetry={refetch} />
      </Page>
    );
  }
  if (!fall) {
    return (
      <div className="page">
        <Loading rows={8} />
      </div>
    );
  }
  const close = () => setDialog(undefined);
  return (
    <Page
      title={fall.person ? `${fall.person.vorname} ${fall.person.familienname}`.trim() : t.fall(fall.nummer)}
      windowTitle={t.fall(fall.nummer)}
      lead={<Lead kreis={kreis} fall={fall} />}
      crumbs={crumbs}
      actions={<Actions kreis={kreis} fall={fall} onOpen={setDialog} />}
    >
      {fall.person === null && typeof fall.einwilligung?.widerrufenAm === 'string' && (
        <Notice title={t.gesperrtTitel(formatDay(fall.einwilligung.widerrufenAm))}>
          <p>{t.gesperrtText}</p>
        </Notice>
      )}
      {hinweise}
      {fall.person !== null && props.suche}
      <Tabs
        label={t.aktePunkte}
        value={params.get('teil') ?? 'ueberblick'}
        onChange={(teil) => setParams(teil === 'ueberblick' ? {} : { teil }, { replace: true })}
        tabs={[
          {
            id: 'ueberblick',
            label: t.ueberblick,
            content: () => (
              <Ueberblick
                kreis={kreis}
                fall={fall}
                onOpen={setDialog}
                onRecordKontakt={onRecordKontakt}
                recentKontakte={props.recentKontakte}
                weitere={props.weitere(fall)}
              />
            ),
          },
          ...reiter
            .filter((each) => each.ohneName === true || fall.einwilligung !== null)
            .map(({ id, label: name, content }) => ({
              id,
              label: name,
              content: () => content(fall, fall.einwilligung?.personId ?? ''),
            })),
          { id: 'verlauf', label: t.verlauf, content: () => <Verlauf kreis={kreis} fallId={fallId} /> },
        ]}
      />
      {dialog === 'aendern' && <ChangeFallDialog kreis={kreis} fall={fall} onClose={close} />}
      {dialog === 'zuweisen' && <AssignDialog kreis={kreis} fall={fall} onClose={close} />}
      {dialog === 'abgeschlossen' && fall.person !== null && (
        <AbschlussDialog kreis={kreis} fall={fall} onClose={close} />
      )}
      {(dialog === 'aktiv' ||
        dialog === 'ruhend' ||
        (dialog === 'abgeschlossen' && fall.person === null)) && (
        <StatusDialog kreis={kreis} fall={fall} status={dialog} onClose={close} />
      )}
    </Page>
  );
}

function Lead({ kreis, fall }: { kreis: KreisStamm; fall: FallAkte }) {
  const t = useTexts(texts);
  return (
    <div className="row">
      <StatusBadge status={fall.status} />
      <span className="figure">{fall.nummer}</span>
      {fall.person && fall.person.geburtsdatum !== null && (
        <>
          <span aria-hidden="true">·</span>
          <span>{t.geboren(formatDay(fall.person.geburtsdatum))}</span>
        </>
      )}
      <span aria-hidden="true">·</span>
      <span>{nameOf(kreis.traeger, fall.traegerId)}</span>
    </div>
  );
}

function Actions(props: { kreis: KreisStamm; fall: FallAkte; onOpen: (dialog: AkteDialog) => void }) {
  const { kreis, fall, onOpen } = props;
  const t = useTexts(texts);
  const can = fall.abilities;
  return (
    <>
      {can.changeFall && (
        <Button icon="edit" onClick={() => onOpen('aendern')}>
          {t.bearbeiten}
        </Button>
      )}
      {can.setStatus && fall.status === 'aktiv' && (
        <Button onClick={() => onOpen('ruhend')}>{t.ruhenLassen}</Button>
      )}
      {can.setStatus && fall.status === 'ruhend' && (
        <Button onClick={() => onOpen('aktiv')}>{t.wiederaufnehmen}</Button>
      )}
      {can.closeFall && <Button onClick={() => onOpen('abgeschlossen')}>{t.abschliessen}</Button>}
      {can.reopenFall && <Button onClick={() => onOpen('aktiv')}>{t.wiederaufnehmen}</Button>}
      {can.uebergeben && (
        <ButtonLink href={`/k/${kreis.id}/uebergabe?fall=${fall.id}`} icon="uebergabe">
          {t.uebergebenKurz}
        </ButtonLink>
      )}
    </>
  );
}
