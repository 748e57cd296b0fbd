import { addressOf, download } from '#src/platform/web/call.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { dokumentContract } from '../contract.ts';
import type { DokumentDialogProps } from './ChangeDokumentDialog.tsx';
import { PdfPages } from './PdfPages.tsx';
import * as texts from './texts.ts';

/** An attachment as it looks, drawn inside the page; what stands in a PDF is never run. */
export function DokumentView({ kreisId, fallId, dokument, onClose }: DokumentDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const sent = { params: { kreisId, fallId, dokumentId: dokument.id } };
  const address = addressOf(dokumentContract.getDokument, sent);
  const save = useAction(() => download(dokumentContract.getDokument, sent));
  return (
    <Dialog title={dokument.titel ?? ''} open onClose={onClose} wide>
      <div className="stack">
        <div className="row">
          <Button icon="download" pending={save.pending} onClick={() => save.run()}>
            {t.herunterladen}
          </Button>
          {save.problem && (
            <span className="field-error" role="alert">
              {describeCode(sprache, save.problem.code, t.code)}
            </span>
          )}
        </div>
        {dokument.medientyp === 'application/pdf' ? (
          <PdfPages address={address} />
        ) : (
          <img className="document-picture" src={address} alt={dokument.titel ?? ''} />
        )}
      </div>
    </Dialog>
  );
}
