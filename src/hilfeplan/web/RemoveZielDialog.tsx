import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { hilfeplanContract, type ZielZeile } from '../contract.ts';
import * as texts from './texts.ts';

export interface RemoveZielDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly ziel: ZielZeile;
  readonly onClose: () => void;
}

/** Asks before a goal leaves the plan. */
export function RemoveZielDialog({ kreisId, fallId, ziel, onClose }: RemoveZielDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const remove = useAction(
    (key) =>
      call(
        hilfeplanContract.removeZiel,
        { params: { kreisId, fallId, zielId: ziel.id }, body: { fassung: ziel.fassung } },
        { key },
      ),
    () => {
      toast(t.entfernt);
      onClose();
    },
  );
  return (
    <Dialog title={t.zielEntfernenTitel} open onClose={onClose}>
      <div className="stack">
        {remove.problem && (
          <ErrorState
            problem={remove.problem}
            codes={{ ...t.code, 'gleichzeitig-geaendert': t.code['ziel-gleichzeitig'] }}
          />
        )}
        <p className="plan-goal-text">{ziel.text}</p>
        <p>{t.zielEntfernenText}</p>
        <div className="row-end">
          <Button onClick={onClose}>{t.abbrechen}</Button>
          <Button kind="danger" pending={remove.pending} onClick={() => remove.run()}>
            {t.zielEntfernen}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
