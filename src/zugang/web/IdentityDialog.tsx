import { useEffect, useRef, useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import { asProblem, type ProblemError } from '#src/platform/web/problem.ts';
import { renewSession, setSessionGate } from '#src/platform/web/session-gate.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { zugangContract, type BestaetigungWeg } from '../contract.ts';
import { ProofForm } from './ProofForm.tsx';
import * as texts from './texts.ts';

/**
 * Opens when a call needs a fresh proof of who sits there, whichever page sent it; then the call is repeated. Whoever
 * closes it finds the page as it was.
 */
export function IdentityDialog() {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const answer = useRef<(proved: boolean) => void>(undefined);
  useEffect(
    () =>
      setSessionGate(
        'bestaetigen',
        () =>
          new Promise((resolve) => {
            answer.current = resolve;
            setOpen(true);
          }),
      ),
    [],
  );
  function close(proved: boolean) {
    setOpen(false);
    answer.current?.(proved);
  }
  return (
    <Dialog title={t.beweisTitel} open={open} onClose={() => close(false)}>
      <Proof onDone={() => close(true)} onCancel={() => close(false)} />
    </Dialog>
  );
}

function Proof({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = useTexts(texts);
  const [wege, setWege] = useState<readonly BestaetigungWeg[]>();
  const [problem, setProblem] = useState<ProblemError>();
  useEffect(() => {
    call(zugangContract.getBestaetigung, {}).then(
      (answer) => setWege(answer.wege),
      (error: unknown) => setProblem(asProblem(error)),
    );
  }, []);
  if (problem) return <ErrorState problem={problem} />;
  if (!wege) return <Loading rows={3} />;
  if (wege.length === 0) return <p>{t.beweisOhneWeg}</p>;
  return (
    <div className="stack">
      <p>{t.beweisText}</p>
      <ProofForm
        wege={wege}
        zweck="bestaetigen"
        label={t.bestaetigen}
        send={(body) => renewSession(() => call(zugangContract.bestaetigen, { body }))}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}
