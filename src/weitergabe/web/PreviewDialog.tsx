import { call } from '#src/platform/web/call.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { weitergabeContract, type WeitergabeZeile } from '../contract.ts';
import * as texts from './texts.ts';

export interface PreviewDialogProps {
  readonly kreisId: string;
  readonly personId: string;
  readonly weitergabe: WeitergabeZeile;
  readonly onClose: () => void;
}

/** The words that leave the house, before they do. */
export function PreviewDialog({ kreisId, personId, weitergabe, onClose }: PreviewDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const params = { kreisId, personId, weitergabeId: weitergabe.id };
  const done = (words: string) => {
    toast(words);
    onClose();
  };
  const give = useAction(
    (key) => call(weitergabeContract.giveWeitergabe, { params }, { key }),
    () => done(t.gegeben),
  );
  const stop = useAction(
    (key) => call(weitergabeContract.stopWeitergabe, { params }, { key }),
    () => done(t.gestoppt),
  );
  const problem = give.problem ?? stop.problem;
  return (
    <Dialog title={t.vorschau(weitergabe.stelleName)} open onClose={onClose}>
      <div className="stack">
        {problem && (
          <Notice tone="danger" alert>
            {describeCode(sprache, problem.code, t.code)}
          </Notice>
        )}
        <p className="preline prose">{weitergabe.text}</p>
        {weitergabe.stand === 'vorbereitet' && (
          <div className="row row-end">
            <Button pending={stop.pending} onClick={() => stop.run()}>
              {t.nichtGeben}
            </Button>
            <Button kind="primary" pending={give.pending} onClick={() => give.run()}>
              {t.geben}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
