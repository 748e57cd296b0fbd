import { useRef, useState, type DragEvent } from 'react';
import { newKey } from '#src/platform/web/call.ts';
import { asProblem, type ProblemError } from '#src/platform/web/problem.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { upload } from '#src/platform/web/upload.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Icon } from '#src/ui/web/Icon.tsx';
import { ErrorState, Progress } from '#src/ui/web/States.tsx';
import { uebernahmeContract, type Befund } from '../contract.ts';
import { useCodes } from './codes.ts';
import * as texts from './texts.ts';

/** Takes a workbook by click, keyboard or drag, sends it and hands on what was found in it. */
export function DropFile({ kreisId, onFound }: { kreisId: string; onFound: (befund: Befund) => void }) {
  const t = useTexts(texts);
  const codes = useCodes();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number>();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  const busy = share !== undefined;

  async function take(file: File | undefined) {
    if (!file || busy) return;
    setProblem(undefined);
    setShare(0);
    try {
      const sent = { params: { kreisId }, query: { name: file.name } };
      onFound(
        await upload(uebernahmeContract.uploadDatei, sent, file, { key: newKey(), onProgress: setShare }),
      );
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setShare(undefined);
      if (input.current) input.current.value = '';
    }
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <div
      className={`drop${over ? ' drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Icon name="uebernahme" size={40} />
      <h2>{t.dateiTitel}</h2>
      <p className="muted">{t.dateiHinweis}</p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t.dateiWaehlen}
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button kind="primary" icon="uebernahme" pending={busy} onClick={() => input.current?.click()}>
        {t.dateiWaehlen}
      </Button>
      {busy && (share < 1 ? <Progress label={t.laedtHoch} share={share} /> : <Progress label={t.prueft} />)}
      {problem && <ErrorState problem={problem} codes={codes} />}
    </div>
  );
}
