import type { ReactNode } from 'react';
import { useTexts } from '#src/platform/web/sprache.tsx';
import {
  useForm,
  type FieldCodes,
  type FormValues,
  type Form as FormState,
} from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import * as texts from './texts.ts';

export interface StepDialogProps<V extends FormValues> {
  readonly title: string;
  readonly knopf: string;
  readonly meldung: string;
  readonly formular: string;
  readonly bezug: string;
  readonly initial: V;
  readonly labels: { readonly [K in keyof V]?: string };
  readonly check?: (values: V) => FieldCodes<V>;
  readonly send: (values: V, key: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: (form: FormState<V>) => ReactNode;
}

/** One step of a request as a small form in a dialog; what was typed survives. */
export function StepDialog<V extends FormValues>(props: StepDialogProps<V>) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm<V, unknown>({
    initial: props.initial,
    draft: { formular: props.formular, bezug: props.bezug },
    ...(props.check ? { check: props.check } : {}),
    send: props.send,
    onDone: () => {
      toast(props.meldung);
      props.onClose();
    },
  });
  return (
    <Dialog title={props.title} open onClose={props.onClose}>
      <Form
        form={form}
        labels={props.labels}
        codes={t.code}
        actions={
          <>
            <Button onClick={props.onClose}>{t.abbrechen}</Button>
            <Button kind="primary" submit pending={form.pending}>
              {props.knopf}
            </Button>
          </>
        }
      >
        {props.children(form)}
      </Form>
    </Dialog>
  );
}
