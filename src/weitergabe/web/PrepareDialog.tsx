import type { EntbindungZeile } from '#src/entbindung/contract.ts';
import * as entbindungTexts from '#src/entbindung/web/texts.ts';
import { call } from '#src/platform/web/call.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { weitergabeContract, weitergabeForm } from '../contract.ts';
import * as texts from './texts.ts';

export interface PrepareDialogProps {
  readonly kreisId: string;
  readonly personId: string;
  /** Releases that hold now and let us tell something. */
  readonly entbindung: readonly EntbindungZeile[];
  readonly onClose: () => void;
}

/** Writes down what an office is to be told; offers only what its release names. */
export function PrepareDialog({ kreisId, personId, entbindung, onClose }: PrepareDialogProps) {
  const t = useTexts(texts);
  const e = useTexts(entbindungTexts);
  const toast = useToast();
  const initial: { entbindungId: string; inhalt: readonly string[]; form: string; text: string } = {
    entbindungId: entbindung[0]?.id ?? '',
    inhalt: [],
    form: 'papier',
    text: '',
  };
  const chosenOf = (id: string) => entbindung.find((each) => each.id === id) ?? entbindung[0];
  const form = useForm({
    initial,
    draft: { formular: 'weitergabe', bezug: personId },
    check: (values) => ({
      ...(values.inhalt.length === 0 ? { inhalt: 'inhalt-fehlt' } : {}),
      ...(values.text.trim() === '' ? { text: 'pflichtfeld' } : {}),
    }),
    send: (values, key) => {
      const chosen = chosenOf(values.entbindungId);
      if (!chosen) throw new Error('no release to share on');
      const body = {
        stelleId: chosen.stelleId,
        zweck: chosen.zweck,
        inhalt: chosen.inhalt.filter((code) => values.inhalt.includes(code)),
        form: weitergabeForm.catch('papier').parse(values.form),
        text: values.text,
      };
      return call(weitergabeContract.prepareWeitergabe, { params: { kreisId, personId }, body }, { key });
    },
    onDone: () => {
      toast(t.vorbereitet);
      onClose();
    },
  });
  const { bind, values } = form;
  const field = bind('entbindungId');
  return (
    <Dialog title={t.vorbereiten} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{ entbindungId: t.entbindung, inhalt: t.inhalt, form: t.form, text: t.text }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <SelectField
          {...field}
          label={t.entbindung}
          required
          empty={null}
          onChange={(id) => form.patch({ entbindungId: id, inhalt: [] })}
          options={entbindung.map((each) => ({
            value: each.id,
            label: `${each.stelleName}: ${e.zweckWort[each.zweck]}`,
          }))}
        />
        <CheckboxList
          {...bind('inhalt')}
          label={t.inhalt}
          required
          options={(chosenOf(values.entbindungId)?.inhalt ?? []).map((value) => ({
            value,
            label: e.inhaltWort[value],
          }))}
        />
        <ChoiceGroup
          {...bind('form')}
          label={t.form}
          required
          options={weitergabeForm.options.map((value) => ({ value, label: t.formWort[value] }))}
        />
        <TextArea {...bind('text')} label={t.text} hint={t.textHinweis} required rows={6} />
      </Form>
    </Dialog>
  );
}
