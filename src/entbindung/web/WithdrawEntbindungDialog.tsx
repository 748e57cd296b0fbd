import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { entbindungContract, type EntbindungZeile } from '../contract.ts';
import * as texts from './texts.ts';

export interface WithdrawEntbindungDialogProps {
  readonly kreisId: string;
  readonly personId: string;
  readonly entbindung: EntbindungZeile;
  readonly onClose: () => void;
}

/** Withdraws one release and says what that means. */
export function WithdrawEntbindungDialog({
  kreisId,
  personId,
  entbindung,
  onClose,
}: WithdrawEntbindungDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { am: today() },
    draft: { formular: 'entbindung-widerruf', bezug: entbindung.id },
    check: (values) => (isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
    send: (values, key) =>
      call(
        entbindungContract.withdrawEntbindung,
        { params: { kreisId, personId, entbindungId: entbindung.id }, body: { am: values.am } },
        { key },
      ),
    onDone: () => {
      toast(t.widerrufenFertig);
      onClose();
    },
  });
  return (
    <Dialog title={t.widerrufTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ am: t.widerrufAm }}
        codes={t.code}
        actions={
          <>
            <Button onClick={onClose}>{t.abbrechen}</Button>
            <Button kind="danger" submit pending={form.pending}>
              {t.widerrufen}
            </Button>
          </>
        }
      >
        <p>{t.widerrufText(entbindung.stelleName)}</p>
        <DateField {...form.bind('am')} label={t.widerrufAm} required max={today()} />
      </Form>
    </Dialog>
  );
}
