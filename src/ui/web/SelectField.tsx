import { useTexts } from '#src/platform/web/sprache.tsx';
import { Field, useField, type FieldProps } from './Field.tsx';
import * as texts from './texts.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
  /** First, empty choice; null for none. */
  readonly empty?: string | null;
}

export function SelectField(props: SelectFieldProps) {
  const ids = useField(props);
  const t = useTexts(texts);
  return (
    <Field props={props} ids={ids}>
      <select
        id={ids.id}
        name={props.name}
        className="input select"
        value={props.value}
        required={props.required}
        aria-invalid={ids.invalid}
        aria-describedby={ids.describedBy}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.empty !== null && <option value="">{props.empty ?? t.choose}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
