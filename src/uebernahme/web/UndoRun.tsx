import { useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import type { ProblemError } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { uebernahmeContract, type Lauf } from '../contract.ts';
import { useCodes } from './codes.ts';
import * as texts from './texts.ts';

/** Takes an import back after a question; says what stands against it. */
export function UndoRun({ kreisId, lauf }: { kreisId: string; lauf: Lauf }) {
  const t = useTexts(texts);
  const codes = useCodes();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const undo = useAction(
    (key: string) =>
      call(uebernahmeContract.undoUebernahme, { params: { kreisId, uebernahmeId: lauf.id } }, { key }),
    () => {
      toast(t.istZurueck);
      setOpen(false);
    },
  );
  if (!lauf.abilities.undoUebernahme) return null;
  function close() {
    undo.clear();
    setOpen(false);
  }
  return (
    <>
      <Button small icon="history" onClick={() => setOpen(true)}>
        {t.zuruecknehmen}
      </Button>
      <Dialog title={t.zuruecknehmenTitel} open={open} onClose={close}>
        <div className="stack">
          <p>{t.zuruecknehmenText(lauf.dateiName)}</p>
          {undo.problem && (
            <>
              <ErrorState problem={undo.problem} codes={codes} />
              <Hinderungen problem={undo.problem} />
            </>
          )}
          <div className="row row-end">
            <Button onClick={close}>{t.abbrechen}</Button>
            <Button kind="danger" pending={undo.pending} onClick={() => undo.run()}>
              {t.zuruecknehmen}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

function Hinderungen({ problem }: { problem: ProblemError }) {
  const t = useTexts(texts);
  const list = problem.daten['hinderung'];
  if (!Array.isArray(list)) return null;
  const words: Readonly<Record<string, (zahl: number) => string>> = t.hinderung;
  const known = list.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null || !('code' in each) || !('anzahl' in each)) return [];
    const word = words[String(each.code)];
    const nummern = 'nummern' in each && Array.isArray(each.nummern) ? each.nummern.map(String) : [];
    return word
      ? [{ text: word(Number(each.anzahl)), nummern, mehr: Number(each.anzahl) > nummern.length }]
      : [];
  });
  return (
    <div>
      <p>{t.hinderungTitel}</p>
      <ul>
        {known.map((line) => (
          <li key={line.text}>
            {line.text}
            {line.nummern.length > 0 && (
              <span className="muted">
                {' '}
                {line.nummern.join(', ')}
                {line.mehr && ' …'}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
