import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { loeschungContract } from '../contract.ts';
import type { LaufZeile } from '../zeile.ts';
import * as texts from './texts.ts';

export interface ReleaseDialogProps {
  readonly kreisId: string;
  readonly lauf: LaufZeile;
  readonly onClose: () => void;
}

/** The second account says yes, knowing that there is no way back. */
export function ReleaseDialog({ kreisId, lauf, onClose }: ReleaseDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const release = useAction(
    (key) =>
      call(
        loeschungContract.releaseLoeschlauf,
        { params: { kreisId, laufId: lauf.id }, body: { fassung: lauf.fassung } },
        { key },
      ),
    () => {
      toast(t.freigegeben);
      onClose();
    },
  );
  return (
    <Dialog title={t.freigebenTitel} open onClose={onClose}>
      <div className="stack">
        <p>{t.freigebenText(lauf.posten.length)}</p>
        {release.problem && <ErrorState problem={release.problem} codes={t.code} />}
        <div className="row-end">
          <Button kind="quiet" onClick={onClose}>
            {t.abbrechen}
          </Button>
          <Button kind="danger" pending={release.pending} onClick={() => release.run()}>
            {t.freigebenJa}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
