import { useState } from 'react';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today, type Day } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeName, codeOptions } from '#src/platform/web/names.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { Checkbox, CheckboxList } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { beziehung, haushaltContract, type HaushaltZeile } from '../contract.ts';
import { checkHaushalt, eingabeOf, valuesOf, type HaushaltValues } from './haushalt-values.ts';
import { KonfliktNotice } from './KonfliktNotice.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import * as texts from './texts.ts';

const angaben = [
  'vorname',
  'familienname',
  'geburtsjahr',
  'beziehung',
  'lebensbereich',
  'notiz',
  'zaehlt',
  'seit',
  'bis',
] as const satisfies readonly (keyof HaushaltValues)[];

export interface HaushaltDialogProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  readonly aufgenommenAm: Day;
  /** Undefined: a new one. */
  readonly zeile: HaushaltZeile | undefined;
  /** Reads the entry anew after somebody else changed it. */
  readonly onStale: () => void;
  readonly onClose: () => void;
}

/** Enters or changes somebody of the household. */
export function HaushaltDialog({
  kreis,
  fallId,
  aufgenommenAm,
  zeile,
  onStale,
  onClose,
}: HaushaltDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const [opened] = useState(zeile);
  const params = { kreisId: kreis.id, fallId };
  const form = useForm({
    initial: valuesOf(opened, aufgenommenAm),
    draft: { formular: 'haushalt', bezug: opened?.id ?? fallId },
    check: checkHaushalt,
    send: async (values, key): Promise<void> => {
      const body = eingabeOf(values);
      try {
        if (zeile === undefined) await call(haushaltContract.addHaushalt, { params, body }, { key });
        else
          await call(
            haushaltContract.changeHaushalt,
            { params: { ...params, haushaltId: zeile.id }, body: { ...body, fassung: zeile.fassung } },
            { key },
          );
      } catch (error) {
        if (asProblem(error).code === 'gleichzeitig-geaendert') onStale();
        throw error;
      }
    },
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  const remove = useAction(
    (key, haushaltId: string) =>
      call(haushaltContract.removeHaushalt, { params: { ...params, haushaltId } }, { key }),
    () => {
      toast(t.entfernt);
      onClose();
    },
  );
  const { bind, values, patch } = form;
  const label = (name: keyof HaushaltValues) => t[name];
  const words = (name: keyof HaushaltValues, of: HaushaltValues): string => {
    if (name === 'beziehung') return t.beziehungWort[beziehung.parse(of.beziehung)];
    if (name === 'zaehlt') return of.zaehlt ? t.ja : t.nein;
    if (name === 'lebensbereich')
      return of.lebensbereich
        .map((code) => codeName(kreis.codeliste.lebensbereich, code, sprache))
        .join(', ');
    return isDay(of[name]) ? formatDay(of[name]) : of[name];
  };
  return (
    <Dialog title={opened ? t.aendernTitel : t.neuTitel} open onClose={onClose} wide>
      <Form
        form={form}
        labels={{ ...t }}
        codes={t.code}
        actions={
          <div className="row">
            <Button kind="primary" submit pending={form.pending}>
              {t.speichern}
            </Button>
            {opened && <RemoveButton pending={remove.pending} onRemove={() => remove.run(opened.id)} />}
          </div>
        }
      >
        {remove.problem && <ErrorState problem={remove.problem} codes={t.code} />}
        {zeile && opened && zeile.fassung !== opened.fassung && (
          <KonfliktNotice
            key={zeile.fassung}
            names={angaben}
            label={label}
            words={words}
            base={valuesOf(opened, aufgenommenAm)}
            mine={values}
            other={valuesOf(zeile, aufgenommenAm)}
            onChoose={(chosen) =>
              patch(Object.fromEntries(chosen.map(({ name, from }) => [name, from[name]])))
            }
          />
        )}
        <SelectField
          {...bind('beziehung')}
          label={t.beziehung}
          hint={t.beziehungHinweis}
          required
          empty={null}
          options={beziehung.options.map((value) => ({ value, label: t.beziehungWort[value] }))}
        />
        <div className="columns">
          <TextField {...bind('vorname')} label={t.vorname} hint={t.nameHinweis} quietOptional />
          <TextField {...bind('familienname')} label={t.familienname} quietOptional />
          <TextField
            {...bind('geburtsjahr')}
            label={t.geburtsjahr}
            quietOptional
            inputMode="numeric"
            width={6}
          />
        </div>
        <CheckboxList
          {...bind('lebensbereich')}
          label={t.lebensbereich}
          quietOptional
          options={codeOptions(kreis.codeliste.lebensbereich, sprache, values.lebensbereich)}
        />
        <TextArea {...bind('notiz')} label={t.notiz} quietOptional rows={3} />
        <Checkbox {...bind('zaehlt')} label={t.zaehlt} />
        <div className="columns">
          <DateField {...bind('seit')} label={t.seit} required max={today()} />
          <DateField {...bind('bis')} label={t.bis} quietOptional max={today()} />
        </div>
      </Form>
    </Dialog>
  );
}
