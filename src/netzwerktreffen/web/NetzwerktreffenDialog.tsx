import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { netzwerktreffenArt, netzwerktreffenContract, type Netzwerktreffen } from '../contract.ts';
import * as texts from './texts.ts';

export interface NetzwerktreffenDialogProps {
  readonly kreis: KreisStamm;
  /** Undefined: a new one. */
  readonly treffen: Netzwerktreffen | undefined;
  readonly onClose: () => void;
}

/** Notes a meeting or corrects the note. */
export function NetzwerktreffenDialog({ kreis, treffen, onClose }: NetzwerktreffenDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: {
      am: treffen?.am ?? today(),
      name: treffen?.name ?? '',
      art: treffen?.art ?? '',
      kommuneId: treffen?.kommuneId ?? '',
      traegerId: treffen?.traegerId ?? '',
      ergebnis: treffen?.ergebnis ?? '',
    },
    draft: { formular: 'netzwerktreffen', bezug: `${kreis.id}:${treffen?.id ?? 'neu'}` },
    check: (values) => ({
      ...(isDay(values.am) ? {} : { am: 'datum-ungueltig' }),
      ...(values.name.trim().length < 2 ? { name: 'pflichtfeld' } : {}),
      ...(values.art === '' ? { art: 'pflichtfeld' } : {}),
    }),
    send: (values, key) => {
      const body = {
        ...values,
        art: netzwerktreffenArt.parse(values.art),
        kommuneId: values.kommuneId || null,
        traegerId: values.traegerId || null,
      };
      const params = { kreisId: kreis.id };
      return treffen
        ? call(
            netzwerktreffenContract.changeNetzwerktreffen,
            {
              params: { ...params, netzwerktreffenId: treffen.id },
              body: { ...body, fassung: treffen.fassung },
            },
            { key },
          )
        : call(netzwerktreffenContract.addNetzwerktreffen, { params, body }, { key });
    },
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  return (
    <Dialog title={treffen ? t.aendernTitel : t.neuTitel} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ...t, art: t.artLabel }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <TextField
          {...form.bind('name')}
          label={t.name}
          hint={t.nameHinweis}
          required
          initialFocus
          maxLength={200}
        />
        <div className="columns">
          <DateField {...form.bind('am')} label={t.am} required />
          <SelectField
            {...form.bind('art')}
            label={t.artLabel}
            required
            options={netzwerktreffenArt.options.map((value) => ({ value, label: t.art[value] }))}
          />
        </div>
        <div className="columns">
          <SelectField
            {...form.bind('kommuneId')}
            label={t.kommuneId}
            quietOptional
            empty={t.kreisweit}
            options={nameOptions(kreis.kommune)}
          />
          <SelectField
            {...form.bind('traegerId')}
            label={t.traegerId}
            quietOptional
            empty={t.alleTraeger}
            options={nameOptions(kreis.traeger)}
          />
        </div>
        <TextArea {...form.bind('ergebnis')} label={t.ergebnis} hint={t.ergebnisHinweis} />
      </Form>
    </Dialog>
  );
}
