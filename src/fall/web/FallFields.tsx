import type { KreisStamm } from '#src/kreis/contract.ts';
import { LetterHint } from '#src/person/web/LetterHint.tsx';
import { today } from '#src/platform/day.ts';
import { codeOptions, nameOptions } from '#src/platform/web/names.ts';
import { useSprache, useTexts } from '#src/platform/web/sprache.tsx';
import type { Bound } from '#src/platform/web/use-form.ts';
import { CheckboxList, ChoiceGroup } from '#src/ui/web/ChoiceGroup.tsx';
import { ComboBox } from '#src/ui/web/ComboBox.tsx';
import { DateField } from '#src/ui/web/DateField.tsx';
import { SelectField } from '#src/ui/web/SelectField.tsx';
import { TextArea, TextField } from '#src/ui/web/TextField.tsx';
import type { FallValues } from './fall-values.ts';
import * as texts from './texts.ts';

/** Every field of a case, tied to the form that uses it. */
export type FallBound = { readonly [K in keyof FallValues]: Bound<FallValues[K]> };

interface FieldsProps {
  readonly kreis: KreisStamm;
  readonly fields: FallBound;
}

export function PersonFields({ fields }: Pick<FieldsProps, 'fields'>) {
  const t = useTexts(texts);
  return (
    <div className="stack">
      <div className="columns">
        <TextField {...fields.familienname} label={t.familienname} required maxLength={200} />
        <TextField {...fields.vorname} label={t.vorname} quietOptional maxLength={200} />
        <DateField {...fields.geburtsdatum} label={t.geburtsdatum} quietOptional max={today()} />
      </div>
      <LetterHint field={fields.familienname} label={t.familienname} />
      <LetterHint field={fields.vorname} label={t.vorname} />
    </div>
  );
}

export function OrtFields({ kreis, fields }: FieldsProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const kommune = kreis.kommune.find((each) => each.id === fields.kommuneId.value);
  return (
    <div className="columns">
      <SelectField
        {...fields.kommuneId}
        label={t.kommune}
        quietOptional
        options={nameOptions(kreis.kommune)}
        onChange={(id) => {
          fields.kommuneId.onChange(id);
          fields.ortsteilId.onChange('');
        }}
      />
      {kommune && kommune.ortsteil.length > 0 && (
        <SelectField
          {...fields.ortsteilId}
          label={t.ortsteil}
          quietOptional
          options={nameOptions(kommune.ortsteil)}
        />
      )}
      <SelectField
        {...fields.zugang}
        label={t.zugang}
        quietOptional
        options={codeOptions(kreis.codeliste.zugang, sprache, [fields.zugang.value])}
      />
    </div>
  );
}

export function MerkmalFields({ kreis, fields }: FieldsProps) {
  const t = useTexts(texts);
  const { sprache } = useSprache();
  const lists = kreis.codeliste;
  return (
    <>
      <ChoiceGroup
        {...fields.geschlecht}
        label={t.geschlecht}
        quietOptional
        options={[
          ...codeOptions(lists.geschlecht, sprache, [fields.geschlecht.value]),
          { value: '', label: t.ohneAngabe },
        ]}
      />
      <div className="columns">
        <ComboBox
          {...fields.herkunftsland}
          label={t.herkunftsland}
          quietOptional
          options={codeOptions(lists.herkunftsland, sprache, [fields.herkunftsland.value])}
        />
        <SelectField
          {...fields.leistungsbezug}
          label={t.leistungsbezug}
          quietOptional
          empty={t.ohneAngabe}
          options={codeOptions(lists.leistungsbezug, sprache, [fields.leistungsbezug.value])}
        />
      </div>
      <CheckboxList
        {...fields.lebensbereich}
        label={t.lebensbereich}
        quietOptional
        options={codeOptions(lists.lebensbereich, sprache, fields.lebensbereich.value)}
      />
    </>
  );
}

export function BemerkungField({ fields }: Pick<FieldsProps, 'fields'>) {
  const t = useTexts(texts);
  return <TextArea {...fields.bemerkung} label={t.bemerkung} hint={t.begruendungHinweis} quietOptional />;
}
