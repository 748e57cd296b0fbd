import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { notizContract } from '../contract.ts';
import { notizEbene } from '../notiz.ts';
import { checkNotiz, NotizFields } from './NotizFields.tsx';
import * as texts from './texts.ts';

/** A new note, always at hand above the others. */
export function WriteNotiz({ kreisId, fallId }: { kreisId: string; fallId: string }) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { text: '', ebene: 'traeger' },
    draft: { formular: 'notiz', bezug: fallId },
    check: checkNotiz,
    send: ({ text, ebene }, key) =>
      call(
        notizContract.addNotiz,
        { params: { kreisId, fallId }, body: { text, ebene: notizEbene.parse(ebene) } },
        { key },
      ),
    onDone: () => {
      form.reset();
      toast(t.gespeichert);
    },
  });
  return (
    <Form
      form={form}
      labels={{ text: t.text, ebene: t.ebene }}
      codes={t.code}
      actions={
        <Button submit pending={form.pending}>
          {t.speichern}
        </Button>
      }
    >
      <NotizFields bind={form.bind} />
    </Form>
  );
}
