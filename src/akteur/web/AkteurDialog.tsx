import { useState } from 'react';
import { KonfliktNotice } from '#src/haushalt/web/KonfliktNotice.tsx';
import { RemoveButton } from '#src/haushalt/web/RemoveButton.tsx';
import type { KreisStamm } from '#src/kreis/contract.ts';
import { formatDay, isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeName, codeOptions } from '#src/platform/web/names.ts';
import { asProblem } from '#src/platform/web/problem.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useAction } from '#src/platform/web/use-action.ts';
import { useForm } from '#src/platform/web/use-form.ts';
import { StelleField } from '#src/stelle/web/StelleField.tsx';
import { Button } from '#src/ui/web/Button.tsx';
import { CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { ErrorState } from '#src/ui/web/States.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { akteurText } from '../akteur-text.ts';
import { akteurContract, akteurRolle, type AkteurZeile } from '../contract.ts';
import { akteurName } from '../rules.ts';
import { checkAkteur, eingabeOf, valuesOf, type AkteurValues } from './akteur-values.ts';
import * as texts from './texts.ts';

export interface AkteurDialogProps {
  readonly kreis: KreisStamm;
  readonly fallId: string;
  /** Undefined: a new one. */
  readonly zeile: AkteurZeile | undefined;
  /** Reads the entry anew after somebody else changed it. */
  readonly onStale: () => void;
  readonly onClose: () => void;
}

const angabeFields = [
  'rolle',
  'name',
  'beziehung',
  'kontakt',
  'lebensbereich',
  'aufgabe',
  'verfahren',
  'vereinbartAm',
  'seit',
  'bis',
] as const satisfies readonly (keyof AkteurValues)[];

/** Enters or changes an actor: an office of the directory or a private person. */
export function AkteurDialog({ kreis, fallId, zeile, onStale, onClose }: AkteurDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const w = akteurText[sprache];
  const toast = useToast();
  const [opened] = useState(zeile);
  const params = { kreisId: kreis.id, fallId };
  const form = useForm({
    initial: valuesOf(opened),
    draft: { formular: 'akteur', bezug: opened?.id ?? fallId },
    check: checkAkteur,
    send: async (values, key): Promise<void> => {
      const body = eingabeOf(values);
      try {
        if (zeile === undefined) await call(akteurContract.addAkteur, { params, body }, { key });
        else
          await call(
            akteurContract.changeAkteur,
            { params: { ...params, akteurId: zeile.id }, body: { ...body, fassung: zeile.fassung } },
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
    (key, akteurId: string) =>
      call(akteurContract.removeAkteur, { params: { ...params, akteurId } }, { key }),
    () => {
      toast(t.entfernt);
      onClose();
    },
  );
  const { bind, values, patch } = form;
  const labels = { ...t, verfahren: t.verfahrenFeld, seit: t.seitFeld, bis: t.bisFeld, stelleId: t.stelle };
  const words = (name: (typeof angabeFields)[number], of: AkteurValues): string => {
    if (name === 'lebensbereich')
      return of.lebensbereich
        .map((code) => codeName(kreis.codeliste.lebensbereich, code, sprache))
        .join(', ');
    if (name === 'rolle') {
      const rolle = akteurRolle.safeParse(of.rolle);
      return rolle.success ? w.rolle[rolle.data] : '';
    }
    return isDay(of[name]) ? formatDay(of[name]) : of[name];
  };
  return (
    <Dialog
      title={opened ? `${t.aendernTitel}: ${akteurName(opened)}` : t.neuTitel}
      open
      onClose={onClose}
      wide
    >
      <Form
        form={form}
        labels={labels}
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
            names={angabeFields}
            label={(name) => labels[name]}
            words={words}
            base={valuesOf(opened)}
            mine={values}
            other={valuesOf(zeile)}
            onChoose={(chosen) =>
              patch(Object.fromEntries(chosen.map(({ name, from }) => [name, from[name]])))
            }
          />
        )}
        <ChoiceGroup
          {...bind('art')}
          label={t.art}
          required
          options={[
            { value: 'stelle', label: t.artStelle },
            { value: 'privat', label: t.artPrivat },
          ]}
        />
        {values.art === 'stelle' ? (
          <StelleField {...bind('stelleId')} kreis={kreis} label={t.stelle} required />
        ) : (
          <div className="columns">
            <TextField {...bind('name')} label={t.name} hint={t.nameHinweis} required />
            <TextField {...bind('beziehung')} label={t.beziehung} hint={t.beziehungHinweis} quietOptional />
          </div>
        )}
        <SelectField
          {...bind('rolle')}
          label={t.rolle}
          required
          options={akteurRolle.options.map((value) => ({ value, label: w.rolle[value] }))}
        />
        <TextArea {...bind('aufgabe')} label={t.aufgabe} quietOptional rows={3} />
        <TextArea
          {...bind('verfahren')}
          label={t.verfahrenFeld}
          hint={t.verfahrenHinweis}
          quietOptional
          rows={3}
        />
        <div className="columns">
          <DateField {...bind('vereinbartAm')} label={t.vereinbartAm} quietOptional max={today()} />
          <TextField {...bind('kontakt')} label={t.kontakt} hint={t.kontaktHinweis} quietOptional />
        </div>
        <CheckboxList
          {...bind('lebensbereich')}
          label={t.lebensbereich}
          quietOptional
          options={codeOptions(kreis.codeliste.lebensbereich, sprache, values.lebensbereich)}
        />
        <div className="columns">
          <DateField {...bind('seit')} label={t.seitFeld} required max={today()} />
          <DateField {...bind('bis')} label={t.bisFeld} quietOptional max={today()} />
        </div>
      </Form>
    </Dialog>
  );
}
