import { useState } from 'react';
import { useLocation } from 'wouter';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { uebernahmeContract, type Befund, type Zuordnung } from '../contract.ts';
import { useCodes } from './codes.ts';
import { DropFile } from './DropFile.tsx';
import { MapColumns } from './MapColumns.tsx';
import { Preview, type Vorschau } from './Preview.tsx';
import { RunProgress } from './RunProgress.tsx';
import { Steps } from './Steps.tsx';
import * as texts from './texts.ts';

interface Wishes {
  readonly zuordnung: Zuordnung;
  readonly profil: string;
  readonly allesOderNichts: boolean;
}

/** From the file to the report: columns, preview, import. */
export function NewRun({ kreis, onOpen }: { kreis: KreisStamm; onOpen: (open: boolean) => void }) {
  const t = useTexts(texts);
  const toast = useToast();
  const codes = useCodes();
  const [, navigate] = useLocation();
  const [befund, setBefund] = useState<Befund>();
  const [zuordnung, setZuordnung] = useState<Zuordnung>();
  const [vorschau, setVorschau] = useState<Vorschau>();
  const params = { kreisId: kreis.id };
  const dateiId = befund?.dateiId ?? '';

  const preview = useAction(
    (_key: string, wanted: Zuordnung) =>
      call(uebernahmeContract.previewUebernahme, { params, body: { dateiId, zuordnung: wanted } }),
    setVorschau,
  );
  const execute = useAction(
    (key: string, wishes: Wishes) =>
      call(uebernahmeContract.executeUebernahme, { params, body: { dateiId, ...wishes } }, { key }),
    ({ id }) => {
      toast(t.fertig);
      discard();
      if (id !== null) navigate(`/k/${kreis.id}/uebernahme/${id}`);
    },
  );

  function discard() {
    if (dateiId !== '') {
      // The server forgets the file after half an hour in any case.
      call(uebernahmeContract.deleteDatei, { params: { ...params, dateiId } }).catch(() => undefined);
    }
    setBefund(undefined);
    setZuordnung(undefined);
    setVorschau(undefined);
    preview.clear();
    execute.clear();
    onOpen(false);
  }

  if (!befund || !zuordnung) {
    return (
      <div className="stack">
        <Steps current="datei" />
        <DropFile
          kreisId={kreis.id}
          onFound={(found) => {
            setBefund(found);
            setZuordnung(found.zuordnung);
            onOpen(true);
          }}
        />
      </div>
    );
  }
  if (execute.pending) {
    return (
      <div className="stack">
        <Steps current="lauf" />
        <RunProgress kreisId={kreis.id} dateiId={dateiId} label={t.laeuft} />
        <p className="muted">{t.laeuftHinweis}</p>
      </div>
    );
  }
  return (
    <div className="stack">
      <Steps current={vorschau ? 'vorschau' : 'spalten'} />
      {preview.pending && <RunProgress kreisId={kreis.id} dateiId={dateiId} label={t.rechnet} />}
      {preview.problem && <ErrorState problem={preview.problem} codes={codes} />}
      {vorschau ? (
        <Preview
          kreis={kreis}
          befund={befund}
          zuordnung={zuordnung}
          vorschau={vorschau}
          problem={execute.problem}
          pending={preview.pending}
          onDiscard={discard}
          onBack={() => {
            execute.clear();
            setVorschau(undefined);
          }}
          onValues={(wert) => {
            const mapped = { ...zuordnung, wert };
            setZuordnung(mapped);
            preview.run(mapped);
          }}
          onExecute={(wishes) => execute.run({ zuordnung, ...wishes })}
        />
      ) : (
        <MapColumns
          kreis={kreis}
          befund={befund}
          zuordnung={zuordnung}
          pending={preview.pending}
          onChange={setZuordnung}
          onDiscard={discard}
          onPreview={() => preview.run(zuordnung)}
        />
      )}
    </div>
  );
}
