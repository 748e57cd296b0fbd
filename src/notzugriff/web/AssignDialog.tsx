import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { notzugriffContract } from '../contract.ts';
import * as texts from './texts.ts';

export interface AssignDialogProps {
  readonly kreis: KreisStamm;
  readonly traegerIds: readonly string[];
  readonly onClose: () => void;
}

/** Names another case manager for a protected person whose own one is gone. */
export function AssignDialog({ kreis, traegerIds, onClose }: AssignDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { nummer: '', kontoId: '' },
    draft: { formular: 'notzugriff', bezug: 'zuweisung' },
    check: (values) => ({
      ...(values.nummer.trim() === '' ? { nummer: 'pflichtfeld' } : {}),
      ...(values.kontoId === '' ? { kontoId: 'pflichtfeld' } : {}),
    }),
    send: (values, key) =>
      call(notzugriffContract.assignGeschuetzt, { params: { kreisId: kreis.id }, body: values }, { key }),
    onDone: () => {
      toast(t.zugewiesen);
      onClose();
    },
  });
  return (
    <Dialog title={t.zuweisen} open onClose={onClose}>
      <Form
        form={form}
        labels={{ nummer: t.nummer, kontoId: t.neueFachkraft }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.zuweisen}
          </Button>
        }
      >
        <p className="muted">{t.zuweisenText}</p>
        <TextField {...form.bind('nummer')} label={t.nummer} required width={20} />
        <SelectField
          {...form.bind('kontoId')}
          label={t.neueFachkraft}
          required
          options={nameOptions(kreis.casemanager.filter((each) => traegerIds.includes(each.traegerId)))}
        />
      </Form>
    </Dialog>
  );
}
