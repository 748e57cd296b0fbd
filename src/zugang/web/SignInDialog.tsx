import { useEffect, useRef, useState } from 'react';
import { setSessionGate } from '#src/platform/web/session-gate.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import type { Ich } from '../contract.ts';
import { SignInForm } from './SignInForm.tsx';
import * as texts from './texts.ts';

/** Opens over the page when a call finds the session gone; afterwards the waiting calls are repeated. */
export function SignInDialog({ ich, onOtherAccount }: { ich: Ich; onOtherAccount: () => Promise<void> }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const resume = useRef<() => void>(undefined);

  useEffect(
    () =>
      setSessionGate(
        'anmelden',
        () =>
          new Promise((resolve) => {
            resume.current = () => resolve(true);
            setOpen(true);
          }),
      ),
    [],
  );

  async function onSignedIn(kontoId: string) {
    setOpen(false);
    // What is on the screen was shown to somebody else.
    if (kontoId !== ich.kontoId) location.assign('/');
    else {
      resume.current?.();
      await onOtherAccount();
    }
  }

  return (
    <Dialog title={t.wiederTitel} open={open} onClose={() => undefined} locked>
      <div className="stack">
        <p>{t.wiederText}</p>
        <SignInForm onSignedIn={onSignedIn} />
      </div>
    </Dialog>
  );
}
