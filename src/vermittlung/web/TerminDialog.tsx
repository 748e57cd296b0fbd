import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vermittlungContract, type VermittlungZeile } from '../contract.ts';
import * as texts from './texts.ts';
import { checkZeit, zeitOf } from './vermittlung-values.ts';

export interface TerminDialogProps {
  readonly params: { readonly kreisId: string; readonly fallId: string; readonly vermittlungId: string };
  readonly vermittlung: VermittlungZeile;
  readonly onClose: () => void;
}

/** Moves the appointment or the day on which to ask again. */
export function TerminDialog({ params, vermittlung, onClose }: TerminDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: {
      terminAm: vermittlung.terminAm ?? '',
      terminUm: vermittlung.terminUm ?? '',
      rueckmeldungBis: vermittlung.rueckmeldungBis ?? '',
    },
    draft: { formular: 'vermittlung_termin', bezug: vermittlung.id },
    check: checkZeit,
    send: (values, key) =>
      call(
        vermittlungContract.changeVermittlung,
        { params, body: { fassung: vermittlung.fassung, ...zeitOf(values) } },
        { key },
      ),
    onDone: () => {
      toast(t.gespeichertTermin);
      onClose();
    },
  });
  return (
    <Dialog title={t.wiedervorlage} open onClose={onClose}>
      <Form
        form={form}
        labels={t}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <div className="columns">
          <DateField {...form.bind('terminAm')} label={t.terminAm} min={vermittlung.am} />
          <TextField {...form.bind('terminUm')} label={t.terminUm} hint={t.terminUmHinweis} maxLength={5} />
        </div>
        <DateField
          {...form.bind('rueckmeldungBis')}
          label={t.rueckmeldungBis}
          hint={t.rueckmeldungHinweis}
          min={vermittlung.am}
        />
      </Form>
    </Dialog>
  );
}
