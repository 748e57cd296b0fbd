import { useTexts } from '#src/platform/web/sprache.tsx';
import { Button, PaperLink } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import type { VermittlungZeile } from '../contract.ts';
import { mailText } from '../mail-text.ts';
import { SchreibenView } from './SchreibenView.tsx';
import * as texts from './texts.ts';

export interface SchreibenDialogProps {
  readonly kreisId: string;
  readonly vermittlung: VermittlungZeile;
  readonly onClose: () => void;
}

/** What left or is to leave, word for word, and the way to take it: as a letter or as text for an own mail. */
export function SchreibenDialog({ kreisId, vermittlung, onClose }: SchreibenDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const { schreiben, stand, kanal } = vermittlung;
  if (schreiben === null) return null;
  const text = mailText(schreiben);
  const gesendet = stand !== 'vorbereitet' && stand !== 'zurueckgezogen';
  function save() {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    // No name of a person in the name of a file.
    link.download = `vermittlung-${vermittlung.am}.txt`;
    link.click();
    URL.revokeObjectURL(url);
  }
  return (
    <Dialog title={`${t.schreibenTitel}: ${vermittlung.stelleName}`} open onClose={onClose} wide>
      <div className="stack">
        <SchreibenView schreiben={schreiben} />
        <p className="small muted">{t.versiegelt}</p>
        {gesendet && (
          <div className="row">
            {kanal === 'mailtext' && (
              <>
                <Button
                  kind="primary"
                  onClick={() => void navigator.clipboard?.writeText(text).then(() => toast(t.kopiert))}
                >
                  {t.kopieren}
                </Button>
                <Button icon="download" onClick={save}>
                  {t.laden}
                </Button>
              </>
            )}
            {kanal !== 'mailtext' && (
              <PaperLink href={`/api/kreis/${kreisId}/papier/vermittlung/${vermittlung.id}`}>
                {t.drucken}
              </PaperLink>
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
}
