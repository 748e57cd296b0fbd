import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { nameOptions } from '#src/platform/web/names.ts';
import { useTexts } from '#src/platform/web/sprache.tsx';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { stelleArt, stelleContract, type Stelle } from '../contract.ts';
import * as texts from './texts.ts';

export interface StelleDialogProps {
  readonly kreis: KreisStamm;
  /** Undefined: a new one. */
  readonly stelle: Stelle | undefined;
  readonly onClose: () => void;
}

/** Adds a partner office or changes it; ending it is a day like the others. */
export function StelleDialog({ kreis, stelle, onClose }: StelleDialogProps) {
  const t = useTexts(texts);
  const toast = useToast();
  const form = useForm({
    initial: {
      name: stelle?.name ?? '',
      art: stelle?.art ?? '',
      kommuneId: stelle?.kommuneId ?? '',
      ansprechpartner: stelle?.ansprechpartner ?? '',
      telefon: stelle?.telefon ?? '',
      email: stelle?.email ?? '',
      weg: stelle?.weg ?? '',
      vereinbartAm: stelle?.vereinbartAm ?? '',
      zugesteuert: stelle?.zugesteuert ?? true,
      gueltigBis: stelle?.gueltigBis ?? '',
    },
    draft: { formular: 'stelle', bezug: `${kreis.id}:${stelle?.id ?? 'neu'}` },
    check: (values) => ({
      ...(values.name.trim() === '' ? { name: 'pflichtfeld' } : {}),
      ...(values.art === '' ? { art: 'pflichtfeld' } : {}),
      ...(values.vereinbartAm === '' || isDay(values.vereinbartAm)
        ? {}
        : { vereinbartAm: 'datum-ungueltig' }),
      ...(values.gueltigBis === '' || isDay(values.gueltigBis) ? {} : { gueltigBis: 'datum-ungueltig' }),
    }),
    send: ({ art, ...values }, key) => {
      const body = {
        ...values,
        art: stelleArt.parse(art),
        kommuneId: values.kommuneId || null,
        vereinbartAm: values.vereinbartAm || null,
        gueltigBis: values.gueltigBis || null,
      };
      const params = { kreisId: kreis.id };
      return stelle === undefined
        ? call(stelleContract.addStelle, { params, body }, { key })
        : call(
            stelleContract.changeStelle,
            { params: { ...params, stelleId: stelle.id }, body: { ...body, fassung: stelle.fassung } },
            { key },
          );
    },
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  return (
    <Dialog
      title={stelle === undefined ? t.neuTitel : t.aendernTitel(stelle.name)}
      open
      wide
      onClose={onClose}
    >
      <Form
        form={form}
        labels={{ ...t, art: t.artLabel, kommuneId: t.kommune }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <div className="columns">
          <TextField {...form.bind('name')} label={t.name} required initialFocus maxLength={200} />
          <SelectField
            {...form.bind('art')}
            label={t.artLabel}
            required
            options={stelleArt.options.map((value) => ({ value, label: t.art[value] }))}
          />
          <SelectField
            {...form.bind('kommuneId')}
            label={t.kommune}
            quietOptional
            empty={t.kommuneAlle}
            options={nameOptions(kreis.kommune)}
          />
        </div>
        <div className="columns">
          <TextField
            {...form.bind('ansprechpartner')}
            label={t.ansprechpartner}
            hint={t.ansprechpartnerHinweis}
            maxLength={200}
          />
          <TextField {...form.bind('telefon')} label={t.telefon} maxLength={60} />
          <TextField {...form.bind('email')} label={t.email} type="email" maxLength={200} />
        </div>
        <TextArea {...form.bind('weg')} label={t.weg} hint={t.wegHinweis} rows={2} />
        <div className="columns">
          <DateField {...form.bind('vereinbartAm')} label={t.vereinbartAm} hint={t.vereinbartHinweis} />
          {stelle !== undefined && (
            <DateField {...form.bind('gueltigBis')} label={t.gueltigBis} hint={t.gueltigBisHinweis} />
          )}
        </div>
        <Checkbox {...form.bind('zugesteuert')} label={t.zugesteuert} />
      </Form>
    </Dialog>
  );
}
