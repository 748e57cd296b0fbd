import type { KreisStamm } from '#src/kreis/contract.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { vertretungContract, type AbwesenheitZeile } from '../contract.ts';
import { colleaguesOf } from './RecordAbwesenheit.tsx';
import * as texts from './texts.ts';

export interface NameVertretungProps {
  readonly kreis: KreisStamm;
  readonly abwesenheit: AbwesenheitZeile;
  readonly onClose: () => void;
}

/** Names another colleague, or nobody; access changes hands at once. */
export function NameVertretung({ kreis, abwesenheit, onClose }: NameVertretungProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { kontoId: abwesenheit.vertretung?.kontoId ?? '' },
    draft: { formular: 'vertretung', bezug: abwesenheit.id },
    send: (values, key) =>
      call(
        vertretungContract.nameVertretung,
        {
          params: { kreisId: kreis.id, abwesenheitId: abwesenheit.id },
          body: { kontoId: values.kontoId === '' ? null : values.kontoId },
        },
        { key },
      ),
    onDone: () => {
      toast(t.geaendert);
      onClose();
    },
  });
  return (
    <Dialog title={t.aendernTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ kontoId: t.vertretungFeld }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.uebernehmen}
          </Button>
        }
      >
        <p className="muted">{t.aendernText}</p>
        <SelectField
          {...form.bind('kontoId')}
          label={t.vertretungFeld}
          hint={t.vertretungHinweis}
          quietOptional
          empty={t.keine}
          options={nameOptions(colleaguesOf(kreis, abwesenheit.traegerId, abwesenheit.kontoId))}
        />
      </Form>
    </Dialog>
  );
}
