import { useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import { formatMoment } from '#src/platform/web/format.ts';
import { useQuery } from '#src/platform/web/query.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { Notice } from '#src/ui/web/Badge.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { ErrorState, Loading } from '#src/ui/web/States.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { terminContract } from '../contract.ts';
import * as texts from './kalender-texts.ts';

/** The secret link to the own calendar: made once, shown once, ended at will. */
export function KalenderAbo({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [link, setLink] = useState<string>();
  const abo = useQuery(terminContract.getKalenderAbo, {});
  const renew = useAction(
    (key: string) => call(terminContract.renewKalenderAbo, {}, { key }),
    (answer) => setLink(answer.link),
  );
  const end = useAction(
    (key: string) => call(terminContract.endKalenderAbo, {}, { key }),
    () => {
      setLink(undefined);
      toast(t.aboBeendet);
    },
  );
  const problem = abo.error ?? renew.problem ?? end.problem;
  const seit = abo.data?.seit ?? null;
  return (
    <Dialog title={t.aboTitel} open onClose={onClose}>
      <div className="stack">
        <p>{t.aboText}</p>
        {problem && <ErrorState problem={problem} />}
        {abo.loading && <Loading rows={2} />}
        {link !== undefined && (
          <Notice tone="success">
            <TextField
              label={t.aboLink}
              hint={t.aboEinmal}
              name="link"
              required
              value={link}
              onChange={() => undefined}
            />
            <p>
              <Button
                icon="save"
                onClick={() => void navigator.clipboard?.writeText(link).then(() => toast(t.kopiert))}
              >
                {t.kopieren}
              </Button>
            </p>
          </Notice>
        )}
        {link === undefined && abo.data && (
          <p className="muted">{seit === null ? t.aboKeiner : t.aboSeit(formatMoment(sprache, seit))}</p>
        )}
        {abo.data && (
          <div className="row">
            <Button
              kind={seit === null ? 'primary' : 'secondary'}
              icon="link"
              pending={renew.pending}
              onClick={() => renew.run()}
            >
              {seit === null ? t.aboAnlegen : t.aboErneuern}
            </Button>
            {seit !== null && (
              <Button kind="danger" pending={end.pending} onClick={() => end.run()}>
                {t.aboBeenden}
              </Button>
            )}
          </div>
        )}
        {seit !== null && link === undefined && <p className="small muted">{t.aboErneuernText}</p>}
      </div>
    </Dialog>
  );
}
