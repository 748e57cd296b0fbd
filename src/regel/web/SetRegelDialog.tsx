import type { KreisStamm } from '#src/kreis/contract.ts';
import { isDay, today } from '#src/platform/day.ts';
import { call } from '#src/platform/web/call.ts';
import { codeOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import { useForm, type Bound } from '#src/platform/web/use-form.ts';
import { Button } from '#src/ui/web/Button.tsx';
import { CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { Dialog } from '#src/ui/web/Dialog.tsx';
import { Form } from '#src/ui/web/Form.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import { useToast } from '#src/ui/web/Toast.tsx';
import { regelBeschreibung } from '../beschreibung.ts';
import { regelContract } from '../contract.ts';
import { regelRegister, type RegelSchluessel } from '../regel.ts';
import { fieldName, word } from './describe-wert.ts';
import { build, fieldsOf, flatten, type RegelField, type RegelValues } from './regel-fields.ts';
import * as texts from './texts.ts';

export interface SetRegelDialogProps {
  readonly kreis: KreisStamm;
  readonly schluessel: RegelSchluessel;
  readonly wert: unknown;
  readonly onClose: () => void;
}

/** Sets one rule from a day on; the fields come from the schema of the setting. */
export function SetRegelDialog({ kreis, schluessel, wert, onClose }: SetRegelDialogProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const toast = useToast();
  const { schema } = regelRegister[schluessel];
  const initial: RegelValues = { ...flatten(wert), gueltigAb: today(), begruendung: '' };
  const form = useForm({
    initial,
    draft: { formular: 'regel', bezug: `${kreis.id}:${schluessel}` },
    instances: Object.fromEntries(Object.keys(flatten(wert)).map((path) => [path, `/wert${path}`])),
    check: (values): RegelValues => ({
      ...refusedFields(schluessel, values),
      ...(isDay(values['gueltigAb'] ?? '') ? {} : { gueltigAb: 'datum-ungueltig' }),
      ...((values['begruendung'] ?? '').trim() === '' ? { begruendung: 'pflichtfeld' } : {}),
    }),
    send: (values, key) =>
      call(
        regelContract.setRegel,
        {
          params: { kreisId: kreis.id, schluessel },
          body: {
            wert: build(schema, values),
            gueltigAb: values['gueltigAb'] ?? '',
            begruendung: values['begruendung'] ?? '',
          },
        },
        { key },
      ),
    onDone: () => {
      toast(t.gespeichert);
      onClose();
    },
  });
  const fields = fieldsOf(schema, form.values);
  const labels = Object.fromEntries(fields.map((field) => [field.path, fieldName(field.name, t)]));
  return (
    <Dialog title={t.dialogTitel(regelBeschreibung[sprache][schluessel].name)} open onClose={onClose}>
      <Form
        form={form}
        labels={{ ...labels, gueltigAb: t.ab, begruendung: t.begruendung }}
        codes={t.code}
        actions={
          <Button kind="primary" submit pending={form.pending}>
            {t.speichern}
          </Button>
        }
      >
        <p className="muted">{regelBeschreibung[sprache][schluessel].erklaerung}</p>
        {fields.map((field) => (
          <Control key={field.path} kreis={kreis} field={field} bound={boundTo(form.bind(field.path))} />
        ))}
        <DateField
          {...form.bind('gueltigAb')}
          value={form.values['gueltigAb'] ?? ''}
          label={t.ab}
          hint={t.abHinweis}
          required
        />
        <TextArea
          {...form.bind('begruendung')}
          value={form.values['begruendung'] ?? ''}
          label={t.begruendung}
          hint={t.begruendungHinweis}
          required
          rows={2}
        />
      </Form>
    </Dialog>
  );
}

/** A field of another kind of the setting has no value yet. */
function boundTo(
  bound: Omit<Bound<string>, 'value'> & { readonly value: string | undefined },
): Bound<string> {
  return { ...bound, value: bound.value ?? '' };
}

function refusedFields(schluessel: RegelSchluessel, values: RegelValues): RegelValues {
  const { schema } = regelRegister[schluessel];
  const checked = schema.safeParse(build(schema, values));
  if (checked.success) return {};
  const fields = fieldsOf(schema, values);
  return Object.fromEntries(
    checked.error.issues.map((issue) => {
      const path = `/${issue.path.map(String).join('/')}`;
      const field =
        fields.find((each) => each.path === path) ?? fields.findLast((each) => each.kind !== 'choice');
      return [field?.path ?? path, issue.message === 'spanne-verkehrt' ? issue.message : 'wert-ungueltig'];
    }),
  );
}

function Control({ kreis, field, bound }: { kreis: KreisStamm; field: RegelField; bound: Bound<string> }) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const label = fieldName(field.name, t);
  switch (field.kind) {
    case 'choice':
      return (
        <ChoiceGroup
          {...bound}
          label={label}
          required
          options={field.options.map((value) => ({ value, label: word(value, t) }))}
        />
      );
    case 'choices':
      return (
        <Many
          bound={bound}
          label={label}
          options={field.options.map((value) => ({ value, label: word(value, t) }))}
        />
      );
    case 'flag':
      return (
        <ChoiceGroup
          {...bound}
          label={label}
          required
          options={[
            { value: 'true', label: t.ja },
            { value: 'false', label: t.nein },
          ]}
        />
      );
    case 'number':
      return <TextField {...bound} label={label} quietOptional inputMode="numeric" width={8} maxLength={4} />;
    case 'day':
      return <DateField {...bound} label={label} quietOptional />;
    case 'texts':
      if (field.name === 'codes') {
        const options = codeOptions(kreis.codeliste.abschlussgrund, sprache, bound.value.split('\n'));
        return <Many bound={bound} label={label} options={options} />;
      }
      return <TextArea {...bound} label={label} hint={t.jeZeile} quietOptional />;
    case 'text':
      return <TextField {...bound} label={label} quietOptional />;
  }
}

function Many(props: { bound: Bound<string>; label: string; options: { value: string; label: string }[] }) {
  const { bound, label, options } = props;
  return (
    <CheckboxList
      {...bound}
      label={label}
      required
      value={bound.value.split('\n').filter(Boolean)}
      onChange={(values) => bound.onChange(values.join('\n'))}
      options={options}
    />
  );
}
