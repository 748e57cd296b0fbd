import { useState } from 'react';
import type { Answer } from '#src/platform/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { languageName } from '#src/platform/web/languages.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction, type Action } from '#src/platform/web/use-action.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vordruckContract } from '../contract.ts';
import * as texts from './texts.ts';

type Stand = Answer<typeof vordruckContract.getVordruck>;

/** Puts the German draft in force after saying plainly what that means. */
export function ReleaseVordruck({ kreisId, stand }: { kreisId: string; stand: Stand }) {
  const t = useTexts(texts);
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const release = useAction(
    (key: string) =>
      call(
        vordruckContract.releaseVordruck,
        { params: { kreisId, vordruckId: stand.id }, body: { bearbeitung: stand.bearbeitung } },
        { key },
      ),
    () => {
      toast(t.freigegeben);
      setOpen(false);
    },
  );
  const name = t.seitenTitel(t.art[stand.art], stand.fassung);
  return (
    <Ask
      button={t.freigeben}
      title={t.freigebenTitel(name)}
      lines={[t.freigebenText, t.freigebenUebersetzungen, t.freigebenWer]}
      open={open}
      onOpen={setOpen}
      action={release}
    />
  );
}

/** Records that somebody has checked a translation. */
export function ReleaseUebersetzung(props: {
  kreisId: string;
  stand: Stand;
  fremd: Stand['uebersetzung'][number];
}) {
  const { kreisId, stand, fremd } = props;
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const release = useAction(
    (key: string) =>
      call(
        vordruckContract.releaseUebersetzung,
        {
          params: { kreisId, vordruckId: stand.id, sprache: fremd.sprache },
          body: { bearbeitung: fremd.bearbeitung },
        },
        { key },
      ),
    () => {
      toast(t.geprueft);
      setOpen(false);
    },
  );
  if (!stand.abilities.release || stand.stand !== 'freigegeben') return null;
  return (
    <Ask
      button={t.pruefen}
      title={t.pruefenTitel(languageName(sprache, fremd.sprache))}
      lines={[t.pruefenText]}
      open={open}
      onOpen={setOpen}
      action={release}
    />
  );
}

function Ask(props: {
  button: string;
  title: string;
  lines: readonly string[];
  open: boolean;
  onOpen: (open: boolean) => void;
  action: Action<[]>;
}) {
  const t = useTexts(texts);
  const { action } = props;
  function close() {
    action.clear();
    props.onOpen(false);
  }
  return (
    <>
      <Button kind="primary" icon="check" onClick={() => props.onOpen(true)}>
        {props.button}
      </Button>
      <Dialog title={props.title} open={props.open} onClose={close}>
        <div className="stack">
          {props.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {action.problem && <ErrorState problem={action.problem} codes={t.code} />}
          <div className="row row-end">
            <Button onClick={close}>{t.abbrechen}</Button>
            <Button kind="primary" pending={action.pending} onClick={() => action.run()}>
              {props.button}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
