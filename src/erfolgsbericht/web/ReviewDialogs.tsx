import { useState } from 'react';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { erfolgsberichtContract, type BerichtZeile } from '../contract.ts';
import * as texts from './texts.ts';

interface BerichtProps {
  readonly kreisId: string;
  readonly bericht: BerichtZeile;
}

/** Lets a report go, after saying plainly what that means. */
export function ReleaseButton({ kreisId, bericht }: BerichtProps) {
  const t = useTexts(texts);
  const params = { kreisId, berichtId: bericht.id };
  return (
    <Ask
      primary
      knopf={t.freigeben}
      frage={t.freigebenFrage}
      text={t.freigebenText}
      meldung={t.freigegebenMeldung}
      about={bericht.inhalt.titel}
      run={(key) =>
        call(
          erfolgsberichtContract.releaseErfolgsbericht,
          { params, body: { fassung: bericht.fassung } },
          { key },
        )
      }
    />
  );
}

/** Takes a released report away again. */
export function RemoveButton({ kreisId, bericht }: BerichtProps) {
  const t = useTexts(texts);
  return (
    <Ask
      knopf={t.entfernen}
      frage={t.entfernenFrage}
      text={t.entfernenText}
      meldung={t.entferntMeldung}
      about={bericht.inhalt.titel}
      run={(key) =>
        call(
          erfolgsberichtContract.removeErfolgsbericht,
          { params: { kreisId, berichtId: bericht.id } },
          { key },
        )
      }
    />
  );
}

interface AskProps {
  readonly primary?: boolean;
  readonly knopf: string;
  readonly frage: string;
  readonly text: string;
  readonly meldung: string;
  readonly about: string;
  readonly run: (key: string) => Promise<unknown>;
}

function Ask({ primary = false, knopf, frage, text, meldung, about, run }: AskProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const action = useAction(run, () => {
    toast(meldung);
    setOpen(false);
  });
  function close() {
    action.clear();
    setOpen(false);
  }
  return (
    <>
      <Button kind={primary ? 'primary' : 'quiet'} small onClick={() => setOpen(true)}>
        {knopf}
        <span className="sr-only">: {about}</span>
      </Button>
      <Dialog title={frage} open={open} onClose={close}>
        <div className="stack">
          <p>{text}</p>
          {action.problem && <ErrorState problem={action.problem} codes={t.code} />}
          <div className="row row-end">
            <Button onClick={close}>{t.abbrechen}</Button>
            <Button kind="primary" pending={action.pending} onClick={() => action.run()}>
              {knopf}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

/** Gives a report back with what is to be changed. */
export function ReturnButton({ kreisId, bericht }: BerichtProps) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t.zurueckgeben}
        <span className="sr-only">: {bericht.inhalt.titel}</span>
      </Button>
      {open && <ReturnDialog kreisId={kreisId} bericht={bericht} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReturnDialog({ kreisId, bericht, onClose }: BerichtProps & { onClose: () => void }) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { kommentar: '' },
    draft: { formular: 'erfolgsbericht-rueckgabe', bezug: bericht.id },
    send: ({ kommentar }, key) =>
      call(
        erfolgsberichtContract.returnErfolgsbericht,
        { params: { kreisId, berichtId: bericht.id }, body: { fassung: bericht.fassung, kommentar } },
        { key },
      ),
    onDone: () => {
      toast(t.zurueckgegebenMeldung);
      onClose();
    },
  });
  return (
    <Dialog title={t.zurueckgebenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ kommentar: t.kommentar }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.zurueckgeben}
          </Button>
        }
      >
        <TextArea {...form.bind('kommentar')} label={t.kommentar} required initialFocus rows={4} />
      </Form>
    </Dialog>
  );
}
