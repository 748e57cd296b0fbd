import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { kreisContract } from '#src/kreis/contract.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { WorteContext } from '#src/platform/web/worte.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Kbd } from '#src/ui/web/Badge.tsx';
import { PageFrame } from '#src/ui/web/PageFrame.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import type { Ich } from '#src/zugang/contract.ts';
import { KontaktDialog, type KontaktSubject } from './KontaktDialog.tsx';
import { KreisSwitch } from './KreisSwitch.tsx';
import { navigationOf } from './navigation.ts';
import { Routes } from './Routes.tsx';
import * as texts from './texts.ts';
import { UserMenu } from './UserMenu.tsx';

const noWorte = {};

export interface ShellProps {
  readonly ich: Ich;
  readonly onSignOut: () => void;
}

/** The application around its pages: frame, Kreis, keys, the contact dialog. */
export function Shell({ ich, onSignOut }: ShellProps) {
  const t = useTexts(texts);
  const [location, navigate] = useLocation();
  const kreisId = /^\/k\/([a-z0-9_]+)/.exec(location)?.[1] ?? ich.kreisId;
  const mine = useMemo(() => ich.abilities[kreisId] ?? [], [ich, kreisId]);
  const can = useCallback((ability: string) => mine.includes(ability), [mine]);
  const stamm = useQuery(kreisContract.getKreis, mine.length > 0 ? { params: { kreisId } } : undefined);

  const subject = useRef<KontaktSubject>(undefined);
  const onSubject = useCallback((next: KontaktSubject | undefined) => {
    subject.current = next;
  }, []);
  const [kontakt, setKontakt] = useState<{
    readonly subject: KontaktSubject | undefined;
    readonly sonstiger: boolean;
  }>();
  const openKontakt = useCallback(
    (fall?: KontaktSubject) =>
      setKontakt({ subject: fall ?? focusedFall() ?? subject.current, sonstiger: false }),
    [],
  );
  const openSonstiger = useCallback(() => setKontakt({ subject: undefined, sonstiger: true }), []);
  const canRecord = can('beratungskontakt.erfassen') || can('sonstiger_kontakt.erfassen');

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'k' && canRecord) {
        event.preventDefault();
        openKontakt();
      }
      if (event.key === '/' && can('fall.lesen')) {
        event.preventDefault();
        const search = document.querySelector<HTMLElement>('[data-search] input');
        if (search) search.focus();
        else navigate(`/k/${kreisId}/fall`, { state: { suchen: true } });
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [can, canRecord, kreisId, navigate, openKontakt]);

  const page = (
    <PageFrame
      skipLabel={t.skip}
      navLabel={t.nav}
      moreLabel={t.mehr}
      nav={navigationOf(kreisId, mine, t)}
      noticeLabel={t.hinweis}
      notice={ich.testdatenbank ? t.testdatenbank : undefined}
      switcher={<KreisSwitch ich={ich} kreisId={kreisId} />}
      tools={
        <>
          {canRecord && (
            <Button kind="primary" icon="kontakt" onClick={() => openKontakt()}>
              {t.recordKontakt} <Kbd>K</Kbd>
            </Button>
          )}
          <UserMenu ich={ich} kreisId={kreisId} onSignOut={onSignOut} />
        </>
      }
    >
      {stamm.error && (
        <div className="page page-narrow">
          <ErrorState problem={stamm.error} onRetry={stamm.refetch} />
        </div>
      )}
      {stamm.loading && (
        <div className="page">
          <Loading />
        </div>
      )}
      {!stamm.error && !stamm.loading && (
        <Routes
          ich={ich}
          kreisId={kreisId}
          kreis={stamm.data}
          can={can}
          onSubject={onSubject}
          onRecordKontakt={openKontakt}
          onRecordSonstiger={openSonstiger}
        />
      )}
      {kontakt && stamm.data && (
        <KontaktDialog
          ich={ich}
          kreis={stamm.data}
          can={can}
          subject={kontakt.subject}
          sonstiger={kontakt.sonstiger}
          onClose={() => setKontakt(undefined)}
        />
      )}
    </PageFrame>
  );
  return <WorteContext value={stamm.data?.vokabular ?? noWorte}>{page}</WorteContext>;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('dialog')) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** The case in whose row the focus stands. */
function focusedFall(): KontaktSubject | undefined {
  const link = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-fall-id]');
  const fallId = link?.dataset['fallId'];
  return fallId === undefined ? undefined : { fallId, label: link?.dataset['fallLabel'] ?? '' };
}
