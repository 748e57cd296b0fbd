import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { wartelisteContract, type WartelisteEintrag } from '../contract.ts';
import * as texts from './texts.ts';

export interface StepDialogProps {
  readonly kreisId: string;
  readonly eintrag: WartelisteEintrag;
  readonly onClose: () => void;
}

/** Enters the day on which somebody was invited. */
export function InviteDialog({ kreisId, eintrag, onClose }: StepDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { eingeladenAm: today() },
    draft: { formular: 'warteliste-einladung', bezug: eintrag.id },
    check: ({ eingeladenAm }) => (isDay(eingeladenAm) ? {} : { eingeladenAm: 'datum-ungueltig' }),
    send: (body, key) =>
      call(
        wartelisteContract.inviteWarteliste,
        { params: { kreisId, wartelisteId: eintrag.id }, body },
        { key },
      ),
    onDone: () => {
      toast(t.einladungGespeichert);
      onClose();
    },
  });
  return (
    <Dialog title={t.einladenTitel(eintrag.nummer)} open onClose={onClose}>
      <Form
        form={form}
        labels={t}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.einladen}
          </Button>
        }
      >
        <p>{t.einladenText}</p>
        <DateField {...form.bind('eingeladenAm')} label={t.eingeladenAm} required max={today()} />
      </Form>
    </Dialog>
  );
}
