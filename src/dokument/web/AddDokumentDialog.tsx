import { useEffect, useEffectEvent, useState } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { upload } from '#src/platform/web/upload.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { Progress } from '#src/ui/web/States.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { dokumentContract } from '../contract.ts';
import { AngabenFields, angabenOf, checkAngaben } from './AngabenFields.tsx';
import { DateiField } from './DateiField.tsx';
import { multipartOf } from './multipart.ts';
import * as texts from './texts.ts';
import { useDatei } from './use-datei.ts';

export interface AddDokumentProps {
  readonly kreisId: string;
  readonly fallId: string;
  /** A file that was dragged onto the page. */
  readonly first: File | undefined;
  readonly onClose: () => void;
}

/** A new attachment: the file and what is said about it go together; a refused file leaves the words as they are. */
export function AddDokumentDialog({ kreisId, fallId, first, onClose }: AddDokumentProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const datei = useDatei();
  const [share, setShare] = useState<number>();
  const form = useForm({
    initial: { datei: '', titel: '', art: '', am: '', laeuftAbAm: '' },
    draft: { formular: 'dokument', bezug: fallId },
    check: (values) => {
      const wrong = datei.file === undefined ? 'datei-fehlt' : datei.error;
      return { ...(wrong === undefined ? {} : { datei: wrong }), ...checkAngaben(values) };
    },
    send: async (values, key) => {
      if (!datei.file) throw new Error('checked before');
      const body = multipartOf(key, angabenOf(values), datei.file, await datei.vorschau());
      try {
        return await upload(dokumentContract.addDokument, { params: { kreisId, fallId } }, body, {
          key,
          onProgress: setShare,
        });
      } finally {
        setShare(undefined);
      }
    },
    onDone: ({ bereinigt }) => {
      toast(bereinigt ? t.gespeichert : t.teilweise);
      onClose();
    },
  });

  function choose(file: File) {
    datei.choose(file);
    // Touching the field takes a former refusal of the file away.
    const titel = form.values.titel.trim() === '' ? file.name.replace(/\.\w{1,5}$/, '') : form.values.titel;
    form.patch({ datei: '', titel });
  }
  const chooseFirst = useEffectEvent(choose);
  useEffect(() => {
    if (first) chooseFirst(first);
  }, [first]);

  return (
    <Dialog title={t.neu} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{ datei: t.datei, titel: t.titel, art: t.art, am: t.am, laeuftAbAm: t.laeuftAbAm }}
        codes={t.code}
        actions={
          <>
            <Button kind="primary" submit pending={form.pending}>
              {t.hochladen}
            </Button>
            {share !== undefined && <Progress label={t.laedtHoch} share={share} />}
          </>
        }
      >
        <DateiField datei={datei} error={form.bind('datei').error ?? datei.error} onChoose={choose} />
        <AngabenFields bind={form.bind} />
      </Form>
    </Dialog>
  );
}
