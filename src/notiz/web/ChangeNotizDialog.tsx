import { call } from '#src/platform/web/call.ts';
import { describeCode } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { notizContract } from '../contract.ts';
import { notizEbene, type NotizZeile } from '../notiz.ts';
import { checkNotiz, NotizFields } from './NotizFields.tsx';
import * as texts from './texts.ts';

export interface NotizDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly notiz: NotizZeile;
  readonly onClose: () => void;
}

/** Puts a fresh note of one's own right, or takes it back. */
export function ChangeNotizDialog({ kreisId, fallId, notiz, onClose }: NotizDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const params = { kreisId, fallId, notizId: notiz.id };
  const form = useForm({
    initial: { text: notiz.text, ebene: notiz.ebene as string },
    draft: { formular: 'notiz-aendern', bezug: notiz.id },
    check: checkNotiz,
    send: ({ text, ebene }, key) =>
      call(
        notizContract.changeNotiz,
        { params, body: { text, ebene: notizEbene.parse(ebene), fassung: notiz.fassung } },
        { key },
      ),
    onDone: () => {
      toast(t.geaendert);
      onClose();
    },
  });
  const remove = useAction(
    (key) => call(notizContract.deleteNotiz, { params }, { key }),
    () => {
      toast(t.zurueckgenommen);
      onClose();
    },
  );
  return (
    <Dialog title={t.aendernTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ text: t.text, ebene: t.ebene }}
        codes={t.code}
        actions={
          <>
            <Button kind="primary" submit pending={form.pending}>
              {t.speichern}
            </Button>
            <Button kind="quiet" pending={remove.pending} onClick={() => remove.run()}>
              {t.zuruecknehmen}
            </Button>
          </>
        }
      >
        <NotizFields bind={form.bind} />
        {remove.problem && (
          <p className="field-error" role="alert">
            {describeCode(sprache, remove.problem.code, t.code)}
          </p>
        )}
      </Form>
    </Dialog>
  );
}
