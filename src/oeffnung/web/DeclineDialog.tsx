import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { oeffnungContract, wunschAblehnung } from '../contract.ts';
import * as texts from './texts.ts';

export interface DeclineDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly wunschId: string;
  readonly onClose: () => void;
}

/** Declines a question of the Koordination, with a reason out of a list. */
export function DeclineDialog({ kreisId, fallId, wunschId, onClose }: DeclineDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { ablehnung: 'nicht_gewuenscht' },
    send: (values, key) =>
      call(
        oeffnungContract.declineOeffnung,
        {
          params: { kreisId, fallId, wunschId },
          body: { ablehnung: wunschAblehnung.parse(values.ablehnung) },
        },
        { key },
      ),
    onDone: () => {
      toast(t.abgelehnt);
      onClose();
    },
  });
  return (
    <Dialog title={t.ablehnenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ablehnung: t.ablehnungFeld }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.ablehnen}
          </Button>
        }
      >
        <ChoiceGroup
          {...form.bind('ablehnung')}
          label={t.ablehnungFeld}
          required
          options={wunschAblehnung.options.map((value) => ({ value, label: t.ablehnung[value] }))}
        />
      </Form>
    </Dialog>
  );
}
