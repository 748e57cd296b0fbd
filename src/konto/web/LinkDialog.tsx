import { useTexts, useSprache } from '#src/platform/web/sprache.tsx';
import { formatMoment } from '#src/platform/web/format.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import * as texts from './texts.ts';

export interface Link {
  readonly link: string;
  readonly gueltigBis: string;
  readonly mail: boolean;
}

/** The one moment in which a link can be read. */
export function LinkDialog({ link, onClose }: { link: Link; onClose: () => void }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  return (
    <Dialog title={t.linkTitel} open onClose={onClose} locked>
      <div className="stack">
        <p>
          {t.linkText(formatMoment(sprache, link.gueltigBis))} {link.mail && t.linkMail}
        </p>
        <TextField name="link" label={t.link} quietOptional value={link.link} onChange={() => undefined} />
        <div className="row row-end">
          <Button
            kind="primary"
            onClick={() => void navigator.clipboard.writeText(link.link).then(() => toast(t.kopiert))}
          >
            {t.kopieren}
          </Button>
          <Button onClick={onClose}>{t.fertig}</Button>
        </div>
      </div>
    </Dialog>
  );
}
