import { useState } from 'react';
import { faktorContract } from '#src/faktor/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { kontoContract, type KontoBlatt } from '../contract.ts';
import { LinkDialog, type Link } from './LinkDialog.tsx';
import * as texts from './texts.ts';

/** Lock and unlock, a new link, the open one. */
export function ZugangCard({ kreisId, konto }: { kreisId: string; konto: KontoBlatt }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [link, setLink] = useState<Link>();
  const params = { kreisId, kontoId: konto.id };
  const lock = useAction(
    (key) => call(kontoContract.lockKonto, { params }, { key }),
    () => toast(t.gesperrtJetzt),
  );
  const unlock = useAction(
    (key) => call(kontoContract.unlockKonto, { params }, { key }),
    () => toast(t.entsperrt),
  );
  // Without a key: the answer holds the link, and answers under a key are kept.
  const renew = useAction(() => call(kontoContract.renewEinladung, { params }), setLink);
  const withdraw = useAction(
    (key) => call(kontoContract.withdrawEinladung, { params }, { key }),
    () => toast(t.zurueckgezogen),
  );
  const reset = useAction(
    (key) => call(faktorContract.resetFaktor, { params }, { key }),
    () => toast(t.faktorZurueckgesetzt),
  );
  if (konto.eigenes) return null;
  const open = konto.zustand === 'aktiv' || konto.zustand === 'eingeladen';
  const problem = lock.problem ?? unlock.problem ?? renew.problem ?? withdraw.problem ?? reset.problem;
  return (
    <>
      {konto.einladung && (
        <p className="muted">
          {konto.einladung.abgelaufen
            ? t.einladungAbgelaufen
            : t.einladungOffen(formatMoment(sprache, konto.einladung.gueltigBis))}
        </p>
      )}
      {problem && <ErrorState problem={problem} codes={t.code} />}
      <div className="row">
        {open && (
          <Button small pending={renew.pending} onClick={() => renew.run()}>
            {konto.zustand === 'eingeladen' ? t.einladungErneuern : t.kennwortLink}
          </Button>
        )}
        {konto.einladung && !konto.einladung.abgelaufen && (
          <Button small kind="quiet" pending={withdraw.pending} onClick={withdraw.run}>
            {t.zurueckziehen}
          </Button>
        )}
        {konto.faktor && (
          <Button small pending={reset.pending} onClick={reset.run}>
            {t.faktorZuruecksetzen}
          </Button>
        )}
        {open ? (
          <Button small kind="danger" icon="lock" pending={lock.pending} onClick={lock.run}>
            {t.sperren}
          </Button>
        ) : (
          <Button small pending={unlock.pending} onClick={unlock.run}>
            {t.entsperren}
          </Button>
        )}
      </div>
      {link && <LinkDialog link={link} onClose={() => setLink(undefined)} />}
    </>
  );
}
