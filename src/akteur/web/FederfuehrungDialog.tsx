import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { akteurContract, type AkteurZeile } from '../contract.ts';
import { akteurName } from '../rules.ts';
import * as texts from './texts.ts';

export interface FederfuehrungDialogProps {
  readonly kreisId: string;
  readonly fallId: string;
  readonly akteure: readonly AkteurZeile[];
  readonly fuehrt: { readonly akteurId: string | null } | undefined;
  readonly onClose: () => void;
}

/** Agrees who leads the case from a day on. */
export function FederfuehrungDialog({ kreisId, fallId, akteure, fuehrt, onClose }: FederfuehrungDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { wer: fuehrt ? (fuehrt.akteurId ?? 'casemanagement') : '', ab: today() },
    draft: { formular: 'federfuehrung', bezug: fallId },
    instances: { wer: '/akteurId' },
    check: (values) => ({
      ...(values.wer === '' ? { wer: 'pflichtfeld' } : {}),
      ...(isDay(values.ab) ? {} : { ab: 'datum-ungueltig' }),
    }),
    send: ({ wer, ab }, key) =>
      call(
        akteurContract.setFederfuehrung,
        {
          params: { kreisId, fallId },
          body:
            wer === 'casemanagement' || wer === 'niemand'
              ? { wer, akteurId: null, ab }
              : { wer: 'akteur', akteurId: wer, ab },
        },
        { key },
      ),
    onDone: ({ geaendert }) => {
      toast(geaendert ? t.vereinbart : t.unveraendert);
      onClose();
    },
  });
  const { bind } = form;
  return (
    <Dialog title={t.vereinbaren} open onClose={onClose}>
      <Form
        form={form}
        labels={{ wer: t.werFuehrt, ab: t.ab }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <p className="muted">{t.federfuehrungHinweis}</p>
        <SelectField
          {...bind('wer')}
          label={t.werFuehrt}
          required
          options={[
            { value: 'casemanagement', label: t.casemanagement },
            ...akteure.map((each) => ({ value: each.id, label: akteurName(each) })),
            ...(fuehrt ? [{ value: 'niemand', label: t.niemand }] : []),
          ]}
        />
        <DateField {...bind('ab')} label={t.ab} hint={t.abHinweis} required max={today()} />
      </Form>
    </Dialog>
  );
}
