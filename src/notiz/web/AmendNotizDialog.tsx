import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { notizContract } from '../contract.ts';
import type { NotizDialogProps } from './ChangeNotizDialog.tsx';
import { checkNotiz } from './NotizFields.tsx';
import * as texts from './texts.ts';

/** Adds to a note; its text is shown and stays. */
export function AmendNotizDialog({ kreisId, fallId, notiz, onClose }: NotizDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { text: '' },
    draft: { formular: 'notiz-nachtrag', bezug: notiz.id },
    check: checkNotiz,
    send: ({ text }, key) =>
      call(
        notizContract.amendNotiz,
        { params: { kreisId, fallId, notizId: notiz.id }, body: { text } },
        { key },
      ),
    onDone: () => {
      toast(t.nachgetragen);
      onClose();
    },
  });
  return (
    <Dialog title={t.nachtragen} open onClose={onClose}>
      <Form
        form={form}
        labels={{ text: t.nachtrag }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.nachtragen}
          </Button>
        }
      >
        <p className="preline prose">{notiz.text}</p>
        <TextArea {...form.bind('text')} label={t.nachtrag} hint={t.nachtragHinweis} required rows={4} />
      </Form>
    </Dialog>
  );
}
