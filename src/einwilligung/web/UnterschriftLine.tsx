import { useState } from 'react';
import type { z } from 'zod';
import { formatMoment } from '#src/platform/web/format.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { upload } from '#src/platform/web/upload.ts';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { einwilligungContract } from '../contract.ts';
import { scanRefusal } from '../scan.ts';
import type { unterschriftZeile } from '../unterschrift.ts';
import * as texts from './texts.ts';

export interface UnterschriftLineProps {
  readonly kreisId: string;
  readonly personId: string;
  readonly unterschrift: z.infer<typeof unterschriftZeile>;
}

/** One signature: how and when, its scan, or a way to add one. */
export function UnterschriftLine({ kreisId, personId, unterschrift }: UnterschriftLineProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [wrong, setWrong] = useState<string>();
  const params = { kreisId, personId, unterschriftId: unterschrift.id };
  const add = useAction(
    (key, file: File) => upload(einwilligungContract.addScan, { params }, file, { key }),
    () => toast(t.scanGespeichert),
  );

  async function choose(file: File | undefined) {
    if (!file) return;
    const refusal = scanRefusal(file.size, new Uint8Array(await file.slice(0, 8).arrayBuffer()));
    setWrong(refusal);
    if (refusal === undefined) add.run(file);
  }

  const code = wrong ?? add.problem?.code;
  const path = `/api/kreis/${kreisId}/person/${personId}/unterschrift/${unterschrift.id}/scan`;
  return (
    <div>
      <span>
        {formatMoment(sprache, unterschrift.am)}, {t[unterschrift.form]}
        {unterschrift.rolle === 'vertretung' && ` (${t.vertretungKurz})`}
      </span>
      {unterschrift.form === 'papier' && (
        <div className="row">
          {unterschrift.scan ? (
            <a className="link" href={path}>
              {t.scanZeigen}
            </a>
          ) : (
            <ScanButton
              label={t.scanHinzufuegen}
              pending={add.pending}
              onChoose={(file) => void choose(file)}
            />
          )}
        </div>
      )}
      {code !== undefined && (
        <p className="field-error" role="alert">
          {describeCode(sprache, code, t.code)}
        </p>
      )}
    </div>
  );
}

function ScanButton(props: { label: string; pending: boolean; onChoose: (file: File | undefined) => void }) {
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  return (
    <>
      <Button small kind="quiet" pending={props.pending} onClick={() => input?.click()}>
        {props.label}
      </Button>
      <input
        ref={setInput}
        type="file"
        hidden
        accept="application/pdf,image/png,image/jpeg"
        onChange={(event) => props.onChoose(event.target.files?.[0])}
      />
    </>
  );
}
