import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { oeffnungContract, oeffnungZweck } from '../contract.ts';
import * as texts from './texts.ts';

export interface AskDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly onClose: () => void;
}

/** The Koordination asks for an opening; the purpose is all that travels. */
export function AskDialog({ kreisId, fallId, onClose }: AskDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { zweck: 'fallkonferenz' },
    send: (values, key) =>
      call(
        oeffnungContract.askOeffnung,
        { params: { kreisId, fallId }, body: { zweck: oeffnungZweck.parse(values.zweck) } },
        { key },
      ),
    onDone: () => {
      toast(t.gebeten);
      onClose();
    },
  });
  return (
    <Dialog title={t.bittenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ zweck: t.zweckFeld }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.bittenSenden}
          </Button>
        }
      >
        <p className="muted">{t.bittenText}</p>
        <ChoiceGroup
          {...form.bind('zweck')}
          label={t.zweckFeld}
          required
          options={oeffnungZweck.options.map((value) => ({ value, label: t.zweck[value] }))}
        />
      </Form>
    </Dialog>
  );
}
