import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { lageContract, type Lage } from '../contract.ts';
import * as texts from './texts.ts';

export interface LageDialogProps {
  readonly kreisId: string;
  /** Undefined: a new one. */
  readonly lage: Lage | undefined;
  readonly onClose: () => void;
}

/** Notes or corrects an event from outside. */
export function LageDialog({ kreisId, lage, onClose }: LageDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { am: lage?.am ?? today(), bis: lage?.bis ?? '', bezeichnung: lage?.bezeichnung ?? '' },
    draft: { formular: 'lage', bezug: `${kreisId}:${lage?.id ?? 'neu'}` },
    check: (values) => ({
      ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
      ...(values.bis === '' || isDay(values.bis) ? {} : { bis: 'datum-ungueltig' }),
      ...(values.bezeichnung.trim().length < 3 ? { bezeichnung: 'pflichtfeld' } : {}),
    }),
    send: (values, key) => {
      const body = { ...values, bis: values.bis || null };
      return lage === undefined
        ? call(lageContract.addLage, { params: { kreisId }, body }, { key })
        : call(
            lageContract.changeLage,
            { params: { kreisId, lageId: lage.id }, body: { ...body, fassung: lage.fassung } },
            { key },
          );
    },
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  return (
    <Dialog title={lage === undefined ? t.neu : t.aendernTitel} open onClose={onClose}>
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
        <TextField
          {...form.bind('bezeichnung')}
          label={t.bezeichnung}
          hint={t.bezeichnungHinweis}
          required
          initialFocus
          maxLength={300}
        />
        <div className="columns">
          <DateField {...form.bind('am')} label={t.am} required />
          <DateField {...form.bind('bis')} label={t.bis} hint={t.bisHinweis} />
        </div>
      </Form>
    </Dialog>
  );
}
