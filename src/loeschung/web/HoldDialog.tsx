import { isDay } from '#src/platform/day.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { sperrgrund, type Sperrgrund } from '../zeile.ts';
import * as texts from './texts.ts';

export interface HoldDialogProps {
  /** What the draft belongs to. */
  readonly bezug: string;
  readonly send: (body: { grund: Sperrgrund; bis: string | null }, key: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Holds a deletion up: a reason by its key, and a last day where it is known. */
export function HoldDialog({ bezug, send, onClose }: HoldDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: { grund: '', bis: '' },
    draft: { formular: 'loeschsperre', bezug },
    check: (values) => ({
      ...(values.grund === '' ? { grund: 'pflichtfeld' } : {}),
      ...(values.bis === '' || isDay(values.bis) ? {} : { bis: 'datum-ungueltig' }),
    }),
    send: ({ grund, bis }, key) => send({ grund: sperrgrund.parse(grund), bis: bis || null }, key),
    onDone: () => {
      toast(t.aufgehalten);
      onClose();
    },
  });
  return (
    <Dialog title={t.aufhaltenTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ grund: t.grund, bis: t.bis }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <SelectField
          {...form.bind('grund')}
          label={t.grund}
          required
          options={sperrgrund.options.map((value) => ({ value, label: t.sperrgrund[value] }))}
        />
        <DateField {...form.bind('bis')} label={t.bis} hint={t.bisLeer} />
      </Form>
    </Dialog>
  );
}
