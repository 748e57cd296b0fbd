import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { dokumentContract, type DokumentZeile } from '../contract.ts';
import { AngabenFields, angabenOf, checkAngaben } from './AngabenFields.tsx';
import * as texts from './texts.ts';

export interface DokumentDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly dokument: DokumentZeile;
  readonly onClose: () => void;
}

/** Changes what is said about an attachment. */
export function ChangeDokumentDialog({ kreisId, fallId, dokument, onClose }: DokumentDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const art: string = dokument.art;
  const form = useForm({
    initial: {
      titel: dokument.titel ?? '',
      art,
      am: dokument.am ?? '',
      laeuftAbAm: dokument.laeuftAbAm ?? '',
    },
    draft: { formular: 'dokument-aendern', bezug: dokument.id },
    check: checkAngaben,
    send: (values, key) =>
      call(
        dokumentContract.changeDokument,
        {
          params: { kreisId, fallId, dokumentId: dokument.id },
          body: { ...angabenOf(values), fassung: dokument.fassung },
        },
        { key },
      ),
    onDone: () => {
      toast(t.geaendert);
      onClose();
    },
  });
  return (
    <Dialog title={t.aendernTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ titel: t.titel, art: t.art, am: t.am, laeuftAbAm: t.laeuftAbAm }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <AngabenFields bind={form.bind} />
      </Form>
    </Dialog>
  );
}
