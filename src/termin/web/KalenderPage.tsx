import { useState, useSyncExternalStore } from 'react';
import { useSearchParams } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { sprechstundeContract } from '#src/sprechstunde/contract.ts';
import { Kbd } from '#src/ui/web/Badge.tsx';
import { Button, ButtonLink, IconButton } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Page } from '#src/ui/web/Page.tsx';
import { EmptyState, ErrorState, Loading } from '#src/ui/web/States.tsx';
import { vertretungContract } from '#src/vertretung/contract.ts';
import { terminContract, type TerminZeile } from '../contract.ts';
import { Agenda } from './Agenda.tsx';
import { KalenderAbo } from './KalenderAbo.tsx';
import { KalenderGrid } from './KalenderGrid.tsx';
import { kalenderTage, spanOf, stepOf, type Ansicht } from './kalender-model.ts';
import * as texts from './kalender-texts.ts';
import { TerminDetail } from './TerminDetail.tsx';
import { TerminDialog, type NeuerStart } from './TerminDialog.tsx';
import { useKalenderKeys } from './use-kalender-keys.ts';
import { useSubjectOf } from './use-subject-of.ts';
import './kalender.css';

export interface KalenderPageProps {
  readonly kreis: KreisStamm;
  /** Account that looks, and the Träger for which it works. */
  readonly kontoId: string;
  readonly traegerIds: readonly string[];
  readonly onRecordKontakt: (fall: { fallId: string; label: string }) => void;
}

type Open =
  | { readonly art: 'neu'; readonly start: NeuerStart }
  | { readonly art: 'aendern' | 'ersatz'; readonly termin: TerminZeile }
  | { readonly art: 'abo' };

/** Week, day and agenda of the own appointments or of the whole team. */
export function KalenderPage({ kreis, kontoId, traegerIds, onRecordKontakt }: KalenderPageProps) {
  const t = useTexts(texts);
  const [params, setParams] = useSearchParams();
  const phone = useIsPhone();
  const [open, setOpen] = useState<Open>();
  const asked = params.get('ansicht');
  const ansicht: Ansicht = phone || asked === 'agenda' ? 'agenda' : asked === 'tag' ? 'tag' : 'woche';
  const wer = params.get('wer') === 'team' ? 'team' : 'eigene';
  const tag = isDay(params.get('tag') ?? '') ? (params.get('tag') ?? today()) : today();
  const span = spanOf(ansicht, tag);
  const sent = { params: { kreisId: kreis.id }, query: span };
  const termine = useQuery(
    terminContract.listTermin,
    { params: sent.params, query: { ...span, wer } },
    { keep: true },
  );
  const sprechstunden = useQuery(sprechstundeContract.listSprechstunde, sent, { keep: true });
  const abwesenheiten = useQuery(vertretungContract.listAbwesenheit, sent, { keep: true });
  const subject = useSubjectOf(kreis.id, params.get('anfrage'), params.get('fall'));

  const set = (changed: Readonly<Record<string, string | null>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changed)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const startNew = (start: NeuerStart) => setOpen({ art: 'neu', start });
  const close = () => {
    setOpen(undefined);
    set({ anfrage: null, fall: null, termin: null });
  };
  useKalenderKeys({
    onNew: (day) => startNew({ tag: day }),
    onToday: () => set({ tag: null }),
    onStep: (step) => set({ tag: stepOf(ansicht, tag, step) }),
  });

  const mine = (casemanagerId: string | null) =>
    wer === 'team' || casemanagerId === null || casemanagerId === kontoId;
  const tage = kalenderTage(span.von, span.bis, {
    termine: termine.data?.termin ?? [],
    sprechstunden: (sprechstunden.data?.sprechstunde ?? []).filter(
      (each) => traegerIds.includes(each.traegerId) && mine(each.casemanagerId),
    ),
    abwesenheiten: (abwesenheiten.data?.abwesenheit ?? []).filter((each) => mine(each.kontoId)),
  });
  const shown = termine.data?.termin.find(({ id }) => id === params.get('termin'));
  const wanted = open ?? (subject ? ({ art: 'neu', start: { gegenstand: subject } } as const) : undefined);
  const traegerId = traegerIds[0] ?? '';
  const error = termine.error ?? sprechstunden.error ?? abwesenheiten.error;
  return (
    <Page
      title={t.titel}
      lead={
        <p className="figure">
          {span.von === span.bis ? formatDay(span.von) : t.zeitraum(formatDay(span.von), formatDay(span.bis))}
        </p>
      }
      actions={
        <>
          <Button
            kind="primary"
            icon="plus"
            onClick={() => startNew({ tag: tag >= today() ? (params.get('tag') ?? undefined) : undefined })}
          >
            {t.neu}
          </Button>
          <ButtonLink href={`/k/${kreis.id}/sprechstunde`}>{t.sprechstunden}</ButtonLink>
          <ButtonLink href={`/k/${kreis.id}/vertretung`}>{t.abwesenheit}</ButtonLink>
        </>
      }
    >
      <div className="kalender-bar">
        <div className="row">
          <IconButton icon="left" label={t.zurueck} onClick={() => set({ tag: stepOf(ansicht, tag, -1) })} />
          <Button small onClick={() => set({ tag: null })}>
            {t.heute}
          </Button>
          <IconButton icon="right" label={t.vor} onClick={() => set({ tag: stepOf(ansicht, tag, 1) })} />
        </div>
        <div className="row">
          {!phone && (
            <ChoiceGroup
              label={t.ansicht}
              hideLabel
              name="ansicht"
              value={ansicht}
              onChange={(value) => set({ ansicht: value })}
              options={[
                { value: 'woche', label: t.woche },
                { value: 'tag', label: t.tag },
                { value: 'agenda', label: t.agenda },
              ]}
            />
          )}
          <ChoiceGroup
            label={t.wessen}
            hideLabel
            name="wer"
            value={wer}
            onChange={(value) => set({ wer: value })}
            options={[
              { value: 'eigene', label: t.eigene },
              { value: 'team', label: t.team },
            ]}
          />
        </div>
      </div>
      {error && <ErrorState problem={error} onRetry={termine.refetch} />}
      {!termine.data && !error && <Loading rows={8} />}
      {termine.data && ansicht !== 'agenda' && (
        <KalenderGrid
          tage={tage}
          kontoId={kontoId}
          busy={termine.outdated}
          onDay={(day) => set({ ansicht: 'tag', tag: day })}
          onTermin={(termin) => set({ termin: termin.id })}
          onFree={(day, von) => startNew({ tag: day, von })}
        />
      )}
      {termine.data && ansicht === 'agenda' && (
        <>
          <Agenda tage={tage} kontoId={kontoId} onTermin={(termin) => set({ termin: termin.id })} />
          {termine.data.termin.length === 0 && (
            <EmptyState icon="calendar" title={t.leerTitel}>
              {t.leerText}
            </EmptyState>
          )}
        </>
      )}
      <div className="row row-between">
        <Keys />
        <Button kind="quiet" small icon="link" onClick={() => setOpen({ art: 'abo' })}>
          {t.abonnieren}
        </Button>
      </div>
      {wanted?.art === 'abo' && <KalenderAbo onClose={close} />}
      {wanted !== undefined && wanted.art !== 'abo' && (
        <TerminDialog
          kreis={kreis}
          traegerId={traegerId}
          casemanagerId={kontoId}
          start={wanted.art === 'neu' ? wanted.start : {}}
          termin={wanted.art === 'neu' ? undefined : wanted.termin}
          mode={wanted.art}
          onClose={close}
          onDone={(day) => {
            setOpen(undefined);
            set({ tag: day, anfrage: null, fall: null, termin: null });
          }}
        />
      )}
      {shown && wanted === undefined && (
        <TerminDetail
          key={shown.id}
          kreis={kreis}
          termin={shown}
          onClose={close}
          onChange={() => setOpen({ art: 'aendern', termin: shown })}
          onReplace={() => setOpen({ art: 'ersatz', termin: shown })}
          onRecordKontakt={(fall) => {
            close();
            onRecordKontakt(fall);
          }}
        />
      )}
    </Page>
  );
}

function Keys() {
  const t = useTexts(texts);
  return (
    <p className="key-hint muted small kalender-hilfe">
      <span>
        <Kbd>←</Kbd> <Kbd>→</Kbd> {t.tasteTage}
      </span>
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t.tasteTermine}
      </span>
      <span>
        <Kbd>{t.bild} ↑</Kbd> <Kbd>{t.bild} ↓</Kbd> {t.tasteSeite}
      </span>
      <span>
        <Kbd>n</Kbd> {t.tasteNeu}
      </span>
      <span>
        <Kbd>t</Kbd> {t.tasteHeute}
      </span>
    </p>
  );
}

const phoneQuery = '(max-width: 640px)';

function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(phoneQuery);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(phoneQuery).matches,
  );
}
